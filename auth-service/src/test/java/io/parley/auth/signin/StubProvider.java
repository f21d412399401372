package io.parley.auth.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A provider on a real socket that does as it is told, to see what is believed of it. People sign in with {@link #send}. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "parley";
    static final String SECRET = "a client's secret: +&%";

    private final HttpServer server;
    private final Map<String, JwtClaims> codes = new ConcurrentHashMap<>();
    private final Map<String, String> lastRequest = new ConcurrentHashMap<>();
    private final AtomicInteger keySetsGiven = new AtomicInteger();
    private volatile RsaJsonWebKey published = newKey("first");
    private volatile RsaJsonWebKey signing = published;
    private volatile String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;
    private volatile boolean namesItself;
    private volatile String keySet = "";
    private volatile Runnable beforeTokens = () -> {};
    private volatile String methods = "client_secret_basic";

    private StubProvider(HttpServer server) {
        this.server = server;
    }

    static StubProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubProvider provider = new StubProvider(server);
            server.createContext("/realm/.well-known/openid-configuration", provider::discovery);
            server.createContext("/realm/keys", provider::keys);
            server.createContext("/realm/token", provider::token);
            server.start();
            return provider;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** A field of what the token endpoint was sent last, or the header {@code Authorization}; empty if it was not there. */
    String lastSent(String field) {
        return lastRequest.getOrDefault(field, "");
    }

    /** Signs with another key from now on, which is published or not. */
    void changeKey(String id, boolean publish) {
        signing = newKey(id);
        if (publish) {
            published = signing;
        }
    }

    /** Signs with the client's secret from now on, as anybody can who knows it. */
    void signWithSharedSecret() {
        algorithm = AlgorithmIdentifiers.HMAC_SHA256;
    }

    void takeSecretsInFormsOnly() {
        methods = "client_secret_post";
    }

    /** Publishes this instead of its keys from now on. */
    void publish(String text) {
        keySet = text;
    }

    /** The public key that it signs with. */
    String key() {
        return signing.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Announces that it names itself whenever it sends somebody back. */
    void sayThatItNamesItself() {
        namesItself = true;
    }

    /** What happens while somebody's code is on its way here. */
    void beforeTokens(Runnable meanwhile) {
        beforeTokens = meanwhile;
    }

    int keySetsGiven() {
        return keySetsGiven.get();
    }

    /** Where the provider sends the browser of who signed in: the query of a request for a code, answered. */
    Map<String, String> send(Map<String, String> request, String subject, Consumer<JwtClaims> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("nonce", request.getOrDefault("nonce", ""));
        claims.setClaim("groups", List.of("testers"));
        more.accept(claims);
        String code = UUID.randomUUID().toString();
        codes.put(code, claims);
        return Map.of("code", code, "state", request.getOrDefault("state", ""), "iss", issuer());
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "token_endpoint_auth_methods_supported": ["%2$s"],
                 "authorization_response_iss_parameter_supported": %3$s}
                """.formatted(issuer(), methods, namesItself));
    }

    private void keys(HttpExchange exchange) throws IOException {
        keySetsGiven.incrementAndGet();
        answer(
                exchange,
                200,
                keySet.isEmpty()
                        ? new JsonWebKeySet(published).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                        : keySet);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        beforeTokens.run();
        lastRequest.clear();
        lastRequest.putAll(form);
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null) {
            lastRequest.put("Authorization", header);
        }
        JwtClaims claims = codes.remove(form.getOrDefault("code", ""));
        if (claims == null) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(exchange, 200, JsonUtil.toJson(Map.of("id_token", sign(claims), "token_type", "Bearer")));
        }
    }

    private String sign(JwtClaims claims) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKeyIdHeaderValue(signing.getKeyId());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setDoKeyValidation(false);
            signature.setKey(
                    algorithm.startsWith("HS")
                            ? new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8))
                            : signing.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The fields of a query or a form. */
    static Map<String, String> query(String text) {
        return Stream.of(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> decoded(field[0]), field -> decoded(field[1]), (one, two) -> two, LinkedHashMap::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
