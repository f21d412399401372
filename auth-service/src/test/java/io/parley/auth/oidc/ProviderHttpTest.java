package io.parley.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.parley.auth.testing.AuthServiceTest;
import io.parley.platform.addresses.Addresses;
import io.parley.platform.eventloops.EventLoops;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class ProviderHttpTest {

    /** Longer than a request may take, which fails by itself when it gets no connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** More than the connections that there are to one provider. */
    private static final int MANY = 20;

    @Inject
    Vertx vertx;

    @Inject
    Addresses addresses;

    @Inject
    EventLoops loops;

    private HttpServer provider;
    private ProviderUrl url;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            byte[] body = "{\"a\": \"b\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        url = ProviderUrl.parse("http://127.0.0.1:" + provider.getAddress().getPort() + "/", "the address");
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void requests_that_nobody_waits_for_any_more_are_in_nobodys_way() {
        ProviderHttp http = new ProviderHttp(vertx, addresses, loops, true);
        for (int i = 0; i < MANY; i++) {
            http.get(url).subscribe().with(answer -> {}, failure -> {}).cancel();
        }

        assertThat(http.get(url).await().atMost(PATIENCE).text("a")).isEqualTo("b");
        http.close();
    }

    @Test
    void nobody_is_asked_at_or_sent_to_an_address_that_others_can_read_along() {
        ProviderHttp http = new ProviderHttp(vertx, addresses, loops, false);
        Metadata metadata = Metadata.of("https://id.example.com", new ProviderAnswer(200, document()));

        assertThat(metadata.endpoints())
                .extracting(endpoint -> endpoint.uri().getPath())
                .containsExactly("/authorize", "/token", "/keys");
        assertThatCode(() -> http.requireUsable(metadata.endpoints().getLast())).doesNotThrowAnyException();
        assertThatThrownBy(() -> http.requireUsable(metadata.endpoints().getFirst()))
                .isInstanceOf(ProviderFailed.class)
                .hasMessageContaining("must be https");
        http.close();
    }

    private static JsonNode document() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", "https://id.example.com")
                .put("authorization_endpoint", "http://id.example.com/authorize")
                .put("token_endpoint", "https://id.example.com/token")
                .put("jwks_uri", "https://id.example.com/keys");
    }
}
