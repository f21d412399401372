package io.parley.auth.testing;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads tokens without verifying them. */
public final class Jwt {

    private Jwt() {}

    public static JsonPath header(String token) {
        return part(token, 0);
    }

    public static JsonPath claims(String token) {
        return part(token, 1);
    }

    private static JsonPath part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return JsonPath.from(new String(json, StandardCharsets.UTF_8));
    }
}
