package io.parley.validation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    private static WordPieces pieces;

    @BeforeAll
    static void readTheVocabulary() throws IOException {
        try (InputStream tokenizer = WordPiecesTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            pieces = WordPieces.read(Objects.requireNonNull(tokenizer));
        }
    }

    /** The numbers are those of Hugging Face's tokenizers 0.36 for the same vocabulary. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It's a Tést, größe 12.5€ unbelievably! | [2009, 1005, 1055, 1037, 3231, 1010, 24665, 2080, 17499, 2260, 1012, 1019, 30102, 4895, 8671, 2666, 3567, 6321, 999]
            你好 world 東京タワー | [100, 100, 2088, 1879, 1755, 1709, 30262, 30265]
            Ünïcödé ﬁne ǅ İstanbul ὈΔΥΣΣΕΎΣ | [27260, 1984, 2638, 100, 9960, 1169, 29722, 29735, 29733, 29733, 29723, 29735, 29733]
            👍🏽 emoji $5 + 3 = 8 ^ < b > «quote» “x” — dash… | [100, 7861, 29147, 2072, 1002, 1019, 1009, 1017, 1027, 1022, 1034, 1026, 1038, 1028, 1077, 14686, 1090, 1523, 1060, 1524, 1517, 11454, 1529]
            `tabs\there\nand lines  zero\u200bwidth soft\u00adhyphen` | [21628, 2015, 2182, 1998, 3210, 5717, 9148, 11927, 2232, 3730, 10536, 8458, 2368]
            """)
    void a_text_has_the_pieces_that_the_model_was_trained_on(String text, String ids) {
        assertThat(pieces.ids(text, 100)).hasToString(ids);
    }

    @Test
    void no_more_pieces_than_wanted_are_given() {
        assertThat(pieces.ids("one two three four", 3)).isEqualTo(pieces.ids("one two three", 100));
    }

    @Test
    @Timeout(10)
    void a_word_without_end_is_one_unknown_piece() {
        assertThat(pieces.ids("a".repeat(1 << 16), 100)).containsExactly(pieces.id("[UNK]"));
    }
}
