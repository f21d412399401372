package io.parley.gateway.testing;

import static io.restassured.RestAssured.given;

import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody in front of the gateway. */
public final class Client {

    private Client() {}

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** A good access token. */
    public static String token() {
        return TestTokens.of(TestTokens.newWorkspace(), Access.EDITOR);
    }

    /** A request with a good access token. */
    public static RequestSpecification known() {
        return given().header("Authorization", "Bearer " + token());
    }

    /** A connection to the gateway. */
    public static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    /** Sends bytes as they are and reads all that comes until the gateway closes the connection. */
    public static String raw(String head, byte[]... body) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (byte[] part : body) {
                socket.getOutputStream().write(part);
            }
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
