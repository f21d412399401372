package io.parley.validation.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces that the model knows, as it was trained: WordPiece on lower case without accents (Devlin et
 * al., BERT, 2019; Wu et al., Google's Neural Machine Translation System, 2016). Safe for many threads.
 */
final class WordPieces {

    private static final String UNKNOWN = "[UNK]";
    private static final String INSIDE = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id(UNKNOWN);
    }

    /** The vocabulary in a tokenizer's description as Hugging Face writes it. */
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode words = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
        Map<String, Integer> vocabulary = new HashMap<>();
        words.propertyStream()
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return new WordPieces(vocabulary);
    }

    /** The number of a piece that is in the vocabulary. */
    int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks " + piece);
        }
        return id;
    }

    /** The numbers of a text's pieces, at most so many of them. */
    List<Integer> ids(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        for (String word : Words.of(text)) {
            addPieces(ids, word);
            if (ids.size() >= most) {
                return ids.subList(0, most);
            }
        }
        return ids;
    }

    /** The longest piece that fits comes first; a word that does not come out even is unknown as a whole. */
    private void addPieces(List<Integer> ids, String word) {
        int before = ids.size();
        int start = 0;
        while (start < word.length()) {
            int end = longestPiece(word, start);
            if (end == start || word.codePointCount(0, word.length()) > LONGEST_WORD) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(id(piece(word, start, end)));
            start = end;
        }
    }

    private int longestPiece(String word, int start) {
        int end = Math.min(word.length(), start + LONGEST_WORD);
        while (end > start && !vocabulary.containsKey(piece(word, start, end))) {
            end--;
        }
        return end;
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : INSIDE + word.substring(start, end);
    }
}
