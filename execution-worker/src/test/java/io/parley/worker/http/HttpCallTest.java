package io.parley.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpCallTest {

    private static final String SECRET = "open-sesame";

    @Test
    void a_secret_is_taken_out_before_a_long_request_is_cut() {
        TargetUrl url = TargetUrl.parse("https://bot.example/chat");
        int head = new HttpCall("POST", url, Map.of(), Buffer.buffer())
                .shown(text -> text)
                .length();
        String upToTheCut = "x".repeat(20_000 - head - SECRET.length() / 2);

        HttpCall call = new HttpCall("POST", url, Map.of(), Buffer.buffer(upToTheCut + SECRET + "y".repeat(100)));

        assertThat(call.shown(text -> text)).endsWith("xopen-…");
        assertThat(call.shown(text -> text.replace(SECRET, "***")))
                .hasSize(20_001)
                .contains("x***y")
                .doesNotContain("open");
    }
}
