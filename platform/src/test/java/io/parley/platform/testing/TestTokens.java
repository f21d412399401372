package io.parley.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Issues access tokens as auth-service does, and publishes the keys to them on a socket, as it does. */
public final class TestTokens {

    private static final String ISSUER = "https://parley.local";
    private static final String AUDIENCE = "parley";
    private static final String KEY_ID = "test";
    private static final int COORDINATE_BYTES = 32;
    private static final String NOTHING_REVOKED = "{\"ended\":[],\"changed\":{}}";

    private static final KeyPair KEYS = newKeys();

    private TestTokens() {}

    /** A token of an editor, admin, ... of a workspace, with further groups such as scopes. */
    public static String of(WorkspaceId workspace, String role, String... groups) {
        return token(workspace, role, Duration.ofMinutes(10), KEYS, groups);
    }

    /** A token of an API key: scopes and no role. */
    public static String ofKey(WorkspaceId workspace, String... scopes) {
        return sign(claims(workspace, "", List.of(scopes), Duration.ofMinutes(10)), KEYS);
    }

    /** A token that was good until a minute ago. */
    public static String expired(WorkspaceId workspace, String role) {
        return token(workspace, role, Duration.ofMinutes(-1), KEYS);
    }

    /** A token that is good for no more than three seconds. */
    public static String brief(WorkspaceId workspace, String role) {
        return token(workspace, role, Duration.ofSeconds(3), KEYS);
    }

    /** A token signed by somebody else under our key's name. */
    public static String forged(WorkspaceId workspace, String role) {
        return token(workspace, role, Duration.ofMinutes(10), newKeys());
    }

    /** A workspace nobody else uses. */
    public static WorkspaceId newWorkspace() {
        return new WorkspaceId(Ids.next());
    }

    /** Serves the key set until the JVM ends; the value is a base URL for {@code parley.auth.url}. */
    public static String serveKeys() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, keySet()));
            server.createContext("/internal/revocations", exchange -> answer(exchange, NOTHING_REVOKED));
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String token(WorkspaceId workspace, String role, Duration validity, KeyPair keys, String... groups) {
        List<String> all = Stream.concat(Access.implied(role).stream(), Arrays.stream(groups))
                .toList();
        return sign(claims(workspace, role, all, validity), keys);
    }

    private static String claims(WorkspaceId workspace, String role, List<String> groups, Duration validity) {
        Instant expiry = Instant.now().plus(validity);
        return """
            {"iss":"%s","aud":"%s","sub":"%s","jti":"%s","workspace":"%s","role":"%s","groups":[%s],"iat":%d,"exp":%d}""".formatted(
                        ISSUER,
                        AUDIENCE,
                        Ids.next(),
                        Ids.next(),
                        workspace,
                        role,
                        groups.stream().map(group -> '"' + group + '"').collect(Collectors.joining(",")),
                        expiry.minus(Duration.ofMinutes(10)).getEpochSecond(),
                        expiry.getEpochSecond());
    }

    private static String sign(String claims, KeyPair keys) {
        try {
            String signed =
                    base64("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + "." + base64(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String keySet() {
        var point = ((ECPublicKey) KEYS.getPublic()).getW();
        return """
            {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","x":"%s","y":"%s"}]}""".formatted(KEY_ID, base64(coordinate(point.getAffineX())), base64(coordinate(point.getAffineY())));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
