package io.parley.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.e2e.api.Answer;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class BadSuiteTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Workspace workspace;

    BadSuiteTest(Platform platform) {
        this.workspace = Workspace.on(platform);
    }

    @AfterEach
    void nothing_is_kept_of_a_refused_suite() {
        assertThat(workspace.api().get("/api/v1/suites").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void malformed_yaml_is_refused_with_the_line_where_reading_ended() {
        Answer answer = post("""
                parley: 1
                name: Broken
                cases:
                  - name: [unclosed
                """);

        JsonNode error = answer.problem(400, "suite-malformed").path("errors").path(0);
        assertThat(error.path("line").asInt()).isBetween(4, 5);
        assertThat(error.path("message").asText()).isNotBlank();
    }

    @Test
    void every_one_of_forty_mistakes_is_told_with_its_line() {
        String cases = IntStream.range(0, 40)
                .mapToObj(number ->
                        "  - {name: case %d, turns: [{user: hello, expect: [{containz: x}]}]}".formatted(number))
                .collect(Collectors.joining("\n"));

        Answer answer = post("parley: 1\nname: Forty mistakes\ncases:\n" + cases);

        List<Integer> lines = StreamSupport.stream(
                        answer.problem(422, "suite-invalid").path("errors").spliterator(), false)
                .map(error -> error.path("line").asInt())
                .toList();
        assertThat(lines)
                .containsExactlyElementsOf(IntStream.range(4, 44).boxed().toList());
    }

    @Test
    void a_suite_of_fifty_mebibytes_is_refused() {
        byte[] large = new byte[50 * MEBIBYTE];
        java.util.Arrays.fill(large, (byte) '#');

        Answer answer = workspace.api().post("/api/v1/suites", "application/yaml", BodyPublishers.ofByteArray(large));

        answer.expect(413);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asText()).isNotBlank();
    }

    private Answer post(String yaml) {
        return workspace.api().post("/api/v1/suites", "application/yaml", BodyPublishers.ofString(yaml));
    }
}
