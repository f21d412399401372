package io.parley.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1                              | http://bot.example/chat/x   | a=1",
                "a=1                              | http://bot.example/         | none",
                "a=1; Path=/                      | http://bot.example/         | a=1",
                "a=1; Path=/cha                   | http://bot.example/chat/x   | none",
                "a=1; Path=/chat                  | http://bot.example/chat?q=1 | a=1",
                "a=1; Path=/                      | http://api.bot.example/     | none",
                "a=1; Path=/; Domain=bot.example  | http://api.bot.example/     | a=1",
                "a=1; Path=/; Domain=.bot.example | http://robot.example/       | none",
                "a=1; Path=/; Domain=other.example| http://other.example/       | none",
                "a=1; Path=/; Secure              | http://bot.example/         | none",
                "a=1; Path=/; Secure              | https://bot.example/        | a=1",
                "a=1; Path=/; Max-Age=0           | http://bot.example/         | none",
                "nonsense                         | http://bot.example/chat/x   | none",
            })
    void a_cookie_goes_where_it_belongs(String set, String url, String sent) {
        Cookies cookies = new Cookies();

        cookies.take(TargetUrl.parse("http://BOT.example/chat/hello"), List.of(set));

        assertThat(cookies.header(TargetUrl.parse(url)).orElse("none")).isEqualTo(sent);
    }

    @Test
    void a_later_cookie_of_the_same_name_takes_the_place_of_the_earlier_or_ends_it() {
        TargetUrl url = TargetUrl.parse("http://bot.example/");
        Cookies cookies = new Cookies();
        cookies.take(url, List.of("a=1", "b=2"));
        Cookies copy = cookies.copy();

        cookies.take(url, List.of("a=3", "b=; Max-Age=0"));

        assertThat(cookies.header(url)).hasValue("a=3");
        assertThat(copy.header(url)).hasValue("a=1; b=2");
    }
}
