package io.parley.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.gateway.testing.Certificates;
import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import io.parley.gateway.testing.ImpatientAndEncrypted;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(ImpatientAndEncrypted.class)
class TlsTest {

    private static final String TOO_MUCH = "x".repeat(1_100_000);

    private final HttpClient client;

    TlsTest() throws Exception {
        this.client = client();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void requests_are_passed_on_over_http_2_as_over_http_1() throws Exception {
        HttpResponse<String> answer = post("/api/v1/runs", BodyPublishers.ofString("hello"));

        JsonObject echo = new JsonObject(answer.body());
        assertThat(answer.version()).isEqualTo(Version.HTTP_2);
        assertThat(echo.getLong("length")).isEqualTo(5);
        assertThat(echo.getJsonObject("headers").fieldNames())
                .contains("authorization", "content-length")
                .noneMatch(name -> name.startsWith(":"));
        assertThat(echo.getJsonObject("headers").getString("x-forwarded-proto")).isEqualTo("https");
        assertThat(echo.getJsonObject("headers").getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + port());
    }

    @Test
    void a_body_whose_length_nobody_told_is_passed_on_too() throws Exception {
        byte[] body = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        HttpResponse<String> answer =
                post("/api/v1/runs", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(new JsonObject(answer.body()).getLong("length")).isEqualTo(body.length);
    }

    @Test
    void what_is_too_large_is_refused_and_others_on_the_connection_are_not() throws Exception {
        var tooLarge = client.sendAsync(
                request("/api/v1/runs").POST(BodyPublishers.ofString(TOO_MUCH)).build(), BodyHandlers.ofString());
        var others = Stream.generate(
                        () -> client.sendAsync(request("/api/v1/runs").build(), BodyHandlers.ofString()))
                .limit(20)
                .toList();

        assertThat(tooLarge.get().statusCode()).isEqualTo(413);
        assertThat(others.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    }

    @Test
    void an_answer_that_breaks_off_breaks_off_here_and_others_on_the_connection_do_not() throws Exception {
        var broken = client.sendAsync(request("/api/v1/runs/dies").build(), BodyHandlers.ofString());

        assertThat(broken).failsWithin(Duration.ofSeconds(20));
        assertThat(client.send(request("/api/v1/runs").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_certificate_that_is_replaced_is_shown_to_whoever_connects_next() throws Exception {
        assertThat(shown()).isEqualTo(Certificates.certificate(Certificates.FIRST));

        Certificates.use(Certificates.SECOND);

        await().atMost(Duration.ofSeconds(20))
                .ignoreException(SSLHandshakeException.class)
                .until(TlsTest::shown, Certificates.certificate(Certificates.SECOND)::equals);
        assertThat(client.send(request("/api/v1/runs").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_encryption_there_is_no_http_2() throws Exception {
        URI plain = URI.create("http://127.0.0.1:" + Client.port() + "/api/v1/runs");

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(plain)
                        .header("Authorization", "Bearer " + Client.token())
                        .version(Version.HTTP_2)
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_head_that_can_be_read_in_two_ways_is_refused_behind_encryption_too() throws Exception {
        assertThat(post("/api/v1/runs", BodyPublishers.noBody()).statusCode()).isEqualTo(200);
        try (Socket socket = Certificates.trusting().getSocketFactory().createSocket("127.0.0.1", port())) {
            socket.setSoTimeout(20_000);
            String head = "POST /api/v1/runs HTTP/1.1\nHost: x\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n";
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return client.send(request(path).POST(body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + Client.token());
    }

    /** To a new connection. */
    private static Certificate shown() throws Exception {
        try (HttpClient newcomer = client()) {
            return newcomer.send(request("/api/v1/runs").build(), BodyHandlers.ofString())
                    .sslSession()
                    .orElseThrow()
                    .getPeerCertificates()[0];
        }
    }

    private static HttpClient client() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(Certificates.trusting())
                .version(Version.HTTP_2)
                .build();
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.https.test-port", Integer.class);
    }
}
