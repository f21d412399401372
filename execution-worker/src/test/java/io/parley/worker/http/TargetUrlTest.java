package io.parley.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.worker.BrokenOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://bot.example, false, bot.example, 80, /",
        "HTTPS://bot.example/chat, true, bot.example, 443, /chat",
        "http://127.0.0.1:8080/a%20b?x=%26, false, 127.0.0.1, 8080, /a%20b?x=%26",
        "http://[::1]:9/c, false, [::1], 9, /c",
        "https://bot.example?q=1#part, true, bot.example, 443, /?q=1",
        "http://bot.example/stra%C3%9Fe, false, bot.example, 80, /stra%C3%9Fe",
        "http://bot.example/straße, false, bot.example, 80, /stra%C3%9Fe",
    })
    void a_url_says_where_the_request_goes(String text, boolean secure, String host, int port, String path) {
        assertThat(TargetUrl.parse(text)).isEqualTo(new TargetUrl(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bot.example/chat",
                "/chat",
                "ftp://bot.example/",
                "http://",
                "http:///chat",
                "http://user:secret@bot.example/",
                "http://bot.example:0/",
                "http://bot.example:70000/",
                "http://bot example/",
                "file:///etc/passwd"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> TargetUrl.parse(text))
                .isInstanceOf(BrokenOff.class)
                .hasMessage(
                        "'%s' is no URL to send a message to; the target's URL must look like https://host/path", text);
    }

    @Test
    void people_see_it_without_its_query() {
        assertThat(TargetUrl.parse("https://bot.example/chat?key=secret")).hasToString("https://bot.example:443/chat");
    }

    @Test
    void the_resolver_gets_an_address_without_brackets() {
        assertThat(TargetUrl.parse("http://[::1]/").plainHost()).isEqualTo("::1");
    }
}
