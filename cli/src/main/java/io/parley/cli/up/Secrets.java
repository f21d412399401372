package io.parley.cli.up;

import io.parley.backing.Folders;
import io.parley.database.Schema;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The platform's generated secrets: made at the first start, kept in the data folder, readable by their owner only. A
 * folder of an earlier version gets those that it lacks.
 */
final class Secrets {

    static final String FILE = "secrets.properties";

    private static final String OWNER_EMAIL = "owner@parley.local";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    private final Properties properties;

    private Secrets(Properties properties) {
        this.properties = properties;
    }

    static Secrets in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        if (complete(properties)) {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Folders.writePrivately(file, text.toString());
        }
        return new Secrets(properties);
    }

    /** Base64 of 32 bytes. */
    String masterKey() {
        return get("master-key");
    }

    /** Base64 of 32 bytes; subjects of telemetry are found by their ids as long as it stays the same. */
    String pseudonymKey() {
        return get("pseudonym-key");
    }

    Map<Schema, String> rolePasswords() {
        Map<Schema, String> passwords = new EnumMap<>(Schema.class);
        for (Schema schema : Schema.values()) {
            passwords.put(schema, get(key(schema)));
        }
        return passwords;
    }

    /** The first owner, made by auth-service at its first start; the password is what it was then. */
    Owner owner() {
        return new Owner(get("owner-email"), get("owner-password"));
    }

    private String get(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new PlatformException("The file " + FILE + " in the data folder has no value for " + key + ".");
        }
        return value;
    }

    /** Adds what is not there; whether that was something. */
    private static boolean complete(Properties properties) {
        int known = properties.size();
        properties.putIfAbsent("master-key", key());
        properties.putIfAbsent("pseudonym-key", key());
        properties.putIfAbsent("owner-email", OWNER_EMAIL);
        properties.putIfAbsent("owner-password", password());
        for (Schema schema : Schema.values()) {
            properties.putIfAbsent(key(schema), password());
        }
        return properties.size() > known;
    }

    private static String key(Schema schema) {
        return "database-password-" + schema.schemaName();
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES));
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
