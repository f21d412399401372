package io.parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockTargetTest {

    private final MockTarget target = MockTarget.start(Duration.ZERO);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        target.close();
    }

    @Test
    void it_answers_with_what_it_heard_and_counts_it() throws Exception {
        assertThat(say("one").body()).isEqualTo("{\"answer\":\"You said: one\"}");
        say("one");
        say("two");

        assertThat(target.received()).isEqualTo(new Tally(3, 2, 1, Map.of("one", 2, "two", 1)));
        assertThat(order("GET", "/received").body())
                .isEqualTo("{\"total\":3,\"distinct\":2,\"repeated\":1,\"messages\":{}}");
        assertThat(order("GET", "/received?messages").body()).contains("\"one\":2");
    }

    @Test
    void it_forgets_when_told_to() throws Exception {
        say("one");

        order("DELETE", "/received");

        assertThat(target.received().total()).isZero();
    }

    @Test
    void it_answers_no_sooner_than_its_delay() throws Exception {
        order("PUT", "/delay?ms=200");
        long before = System.nanoTime();

        say("one");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(195));
    }

    @Test
    void what_it_was_asked_in_an_outage_never_reached_it_and_afterwards_it_is_back_where_it_was() throws Exception {
        say("before");
        var over = target.outage(Duration.ofMillis(500));

        assertThat(order("GET", "/received").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> say("during")).isInstanceOf(IOException.class);
        over.get(5, TimeUnit.SECONDS);
        say("after");

        assertThat(target.received().messages()).containsOnlyKeys("before", "after");
    }

    @Test
    void it_refuses_what_is_no_message_and_what_is_no_order() throws Exception {
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(post("{\"text\":\"one\"}").statusCode()).isEqualTo(400);
        assertThat(order("PUT", "/delay?ms=soon").statusCode()).isEqualTo(400);
        assertThat(order("GET", "/nothing").statusCode()).isEqualTo(400);
        assertThat(target.received().total()).isZero();
    }

    private HttpResponse<String> say(String message) throws IOException, InterruptedException {
        return post("{\"message\":\"" + message + "\"}");
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(target.url())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> order(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(target.controlUrl() + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
