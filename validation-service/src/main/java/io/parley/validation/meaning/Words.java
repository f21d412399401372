package io.parley.validation.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Words as BERT's models see them: lower case, no accents, each punctuation mark and each Chinese character on its own. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(character -> {
            switch (kind(character)) {
                case LETTER -> word.appendCodePoint(Character.toLowerCase(character));
                case ALONE -> {
                    end(word, words);
                    words.add(Character.toString(character));
                }
                case SPACE -> end(word, words);
                case NOTHING -> {}
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static Kind kind(int character) {
        if (character == '\t' || character == '\n' || character == '\r') {
            return Kind.SPACE;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> Kind.NOTHING;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.SPACE;
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> Kind.ALONE;
            default -> isChinese(character) || isAsciiSymbol(character) ? Kind.ALONE : Kind.LETTER;
        };
    }

    private static boolean isAsciiSymbol(int character) {
        return character < 128 && !Character.isLetterOrDigit(character);
    }

    /** The blocks of CJK ideographs that the models' authors listed; Character.isIdeographic has more. */
    private static boolean isChinese(int character) {
        return (character >= 0x4E00 && character <= 0x9FFF)
                || (character >= 0x3400 && character <= 0x4DBF)
                || (character >= 0x20000 && character <= 0x2A6DF)
                || (character >= 0x2A700 && character <= 0x2CEAF)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0x2F800 && character <= 0x2FA1F);
    }

    private enum Kind {
        LETTER,
        ALONE,
        SPACE,
        NOTHING
    }
}
