package io.parley.validation.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People's agreement with judges is kept by a prompt's version: who changes a text gives the file a new number. */
class PromptTest {

    @ParameterizedTest
    @CsvSource({
        "answer-relevance-1, bee97c54650666fe",
        "context-faithfulness-1, ac020acfbac4290c",
        "context-recall-1, 3b5b1cdea4bae7d2",
        "context-relevance-1, bb0d7d3b88254698",
        "conversation-relevance-1, 6c2e151344216f46",
        "factuality-1, 4eaf2eb14f05f4f0",
        "g-eval-1, 604dc5317befb25b",
        "goal-reached-1, ef0a562ba78bca8c",
        "knowledge-retention-1, 0593dd940c1b5a5b",
        "role-adherence-1, 03765a21847f67c3",
        "rubric-1, 4123788f145d4ab0",
    })
    void a_published_prompt_never_changes(String version, String digest) throws NoSuchAlgorithmException {
        byte[] text = Prompt.of(version).instructions().getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                        .substring(0, 16))
                .isEqualTo(digest);
    }
}
