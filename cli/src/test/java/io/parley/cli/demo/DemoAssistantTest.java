package io.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAssistantTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private DemoAssistant assistant;

    @BeforeEach
    void start() throws IOException {
        assistant = DemoAssistant.start();
    }

    @AfterEach
    void stop() {
        assistant.close();
        client.close();
    }

    @Test
    void answers_over_http_and_remembers_the_conversation() throws Exception {
        post("{\"conversation\":\"c\",\"message\":\"Weather in Dublin?\"}");

        HttpResponse<String> answer = post("{\"conversation\":\"c\",\"message\":\"And tomorrow?\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"answer\":\"Tomorrow it will be rainy in Dublin, 16 degrees.\"}");
    }

    @Test
    void shows_the_booking_beside_the_answer() throws Exception {
        assertThat(post("{\"conversation\":\"c\",\"message\":\"Book a table for 2 at 18:00\"}")
                        .body())
                .endsWith("\"booking\":{\"reference\":\"B-1001\",\"people\":2,\"time\":\"18:00\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"message\":\"Hello\"}", "{\"conversation\":\"c\"}"})
    void refuses_what_is_no_message(String body) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void takes_posts_only() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(assistant.address()).build();

        assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(assistant.address())
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
