package io.parley.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class BrowserProtectionTest {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/runs/r1", "/api/v1/nothing", "/api/docs/", "/q/health/live"})
    void every_answer_tells_browsers_to_be_careful_with_it(String path) {
        Response answer = Client.known().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void the_page_of_the_document_may_run_its_own_scripts_and_no_others() throws Exception {
        Response page = given().get("/api/docs/");

        List<String> inline = INLINE_SCRIPT
                .matcher(page.body().asString())
                .results()
                .map((MatchResult script) -> script.group(1))
                .toList();

        assertThat(inline).isNotEmpty();
        for (String script : inline) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(page.header("Content-Security-Policy"))
                    .as("the policy names the script by its hash")
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }
}
