package io.parley.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a WebSocket server of a few lines, which sends the frames that each test says. */
class ProgressSocketTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte TEXT = 0x01;
    private static final byte CONTINUATION = 0x00;
    private static final byte LAST = (byte) 0x80;

    private final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch seen = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        seen.countDown();
        server.close();
        client.shutdownNow();
        serving.close();
    }

    @Test
    void gives_messages_in_order() throws Exception {
        serve(out -> {
            frame(out, LAST | TEXT, "one");
            frame(out, LAST | TEXT, "two");
        });

        try (ProgressSocket socket = open()) {
            assertThat(socket.next(LONG)).isEqualTo("one");
            assertThat(socket.next(LONG)).isEqualTo("two");
        }
    }

    @Test
    void puts_the_parts_of_a_message_together() throws Exception {
        serve(out -> {
            frame(out, TEXT, "{\"counts\":");
            frame(out, CONTINUATION, "{\"total\"");
            frame(out, LAST | CONTINUATION, ":1}}");
        });

        try (ProgressSocket socket = open()) {
            assertThat(socket.next(LONG)).isEqualTo("{\"counts\":{\"total\":1}}");
        }
    }

    @Test
    void has_no_messages_once_the_connection_breaks() throws Exception {
        serve(out -> frame(out, LAST | TEXT, "one"));

        try (ProgressSocket socket = open()) {
            assertThat(socket.next(LONG)).isEqualTo("one");
            seen.countDown();
            assertThat(socket.next(SHORT)).isNull();
        }
    }

    @Test
    void has_no_messages_when_nobody_listens() throws Exception {
        server.close();

        try (ProgressSocket socket = open()) {
            assertThat(socket.next(SHORT)).isNull();
        }
    }

    private ProgressSocket open() {
        return ProgressSocket.open(
                client, URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/progress"), new ApiKey("key"));
    }

    /** Takes one connection, accepts the upgrade, sends the frames and, once they were seen, breaks the connection off. */
    private void serve(Frames frames) {
        var unused = serving.submit(() -> {
            try (Socket connection = server.accept()) {
                String key = header(connection, "Sec-WebSocket-Key");
                OutputStream out = connection.getOutputStream();
                out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                frames.send(out);
                seen.await();
            }
            return null;
        });
    }

    @SuppressWarnings("resource") // closing the scanner would close the connection
    private static String header(Socket connection, String name) throws IOException {
        Scanner lines = new Scanner(connection.getInputStream(), StandardCharsets.US_ASCII).useDelimiter("\r\n");
        String value = "";
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            value = line.startsWith(name + ": ") ? line.substring(name.length() + 2) : value;
        }
        return value;
    }

    private static String accept(String key) throws GeneralSecurityException {
        byte[] sum = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(sum);
    }

    private static void frame(OutputStream out, int head, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.write(head);
        out.write(payload.length); // below 126: the length is one byte
        out.write(payload);
        out.flush();
    }

    private interface Frames {
        void send(OutputStream out) throws IOException;
    }
}
