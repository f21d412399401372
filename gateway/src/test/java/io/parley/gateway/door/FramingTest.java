package io.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.testing.Client;
import io.parley.gateway.testing.GatewayTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Client#raw} ends when the connection does: every answer here is the last one. */
@GatewayTest
class FramingTest {

    private static final String NEXT = "GET /api/v1/runs/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\nContent-Length: 5",
                "Content-Length: 4\nContent-Length: 4",
                "Content-Length: 4, 5",
                "Content-Length: +4",
                "Content-Length: -4",
                "Content-Length: 0x4",
                "Content-Length: 99999999999999999999",
                "Content-Length:\n 4",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity\nContent-Length: 4",
                "Transfer-Encoding: chunked\nContent-Length: 4",
                "Content-Length: 4\nTransfer-Encoding: chunked",
                "Content-Length: 5\nTransfer-Encoding: Chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: \u000bchunked",
                "Host: y",
                "X A: 1",
                "X-A : 1",
                "X-A",
                ": 1",
                "X-A: 1\rX-B: 2",
                "X-A: 1\u00002"
            })
    void a_head_that_can_be_read_in_two_ways_is_refused(String headers) throws IOException {
        String answer = send(headers, "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("smuggled", "HTTP/1.1 200");
    }

    @Test
    void a_line_that_ends_in_half_of_its_ending_is_refused() throws IOException {
        String answer = Client.raw(
                "GET /api/v1/runs HTTP/1.1\nHost: x\n",
                "X-A: 1\nX-B: 2\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                NEXT.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("smuggled");
    }

    @Test
    void chunks_are_no_matter_of_http_1_0() throws IOException {
        String answer = Client.raw(
                "POST /api/v1/runs HTTP/1.0\nHost: x\nConnection: keep-alive\nTransfer-Encoding: chunked\n\n",
                ("0\r\n\r\n" + NEXT).getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.0 400").doesNotContain("smuggled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "+3\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "fffffffffffffffff\r\nabc\r\n0\r\n\r\n",
                "\r\nabc\r\n0\r\n\r\n",
                "3\nabc\r\n0\r\n\r\n",
                "3;a\nb\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcX\r\n0\r\n\r\n"
            })
    void a_malformed_chunk_is_refused(String chunks) throws IOException {
        String answer = send("Transfer-Encoding: chunked", chunks);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"malformed\"")
                .doesNotContain("smuggled", "HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"431, 10, 30000", "414, 30000, 10"})
    void a_head_is_not_longer_than_it_need_be(int status, int line, int header) throws IOException {
        String answer = Client.raw(
                "GET /api/v1/runs/" + "a".repeat(line) + " HTTP/1.1\nHost: x\nX-A: " + "a".repeat(header) + "\n\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + ".*");
    }

    /** Connections are looked at from the first request of the server on. */
    @BeforeEach
    void somebodyWasThere() throws IOException {
        assertThat(Client.raw("GET /q/health/live HTTP/1.1\nHost: x\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static String send(String headers, String body) throws IOException {
        return Client.raw(
                "POST /api/v1/runs HTTP/1.1\nHost: x\nAuthorization: Bearer " + Client.token() + "\n" + headers
                        + "\n\n",
                (body + NEXT).getBytes(StandardCharsets.US_ASCII));
    }
}
