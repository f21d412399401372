package io.parley.backing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of one set of servers: made at the first start, kept beside the data, readable by their owner only. */
record Credentials(String postgres, String broker, String brokerCookie, String redis) {

    private static final String FILE = "credentials.properties";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    static Credentials in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Folders.writePrivately(file, fresh().text());
        }
        return read(file);
    }

    private static Credentials fresh() {
        return new Credentials(random(), random(), random(), random());
    }

    private static Credentials read(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Credentials(
                required(properties, "postgres", file),
                required(properties, "broker", file),
                required(properties, "broker-cookie", file),
                required(properties, "redis", file));
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new BackingException(file + " has no value for " + key + ".");
        }
        return value;
    }

    private String text() {
        return """
                postgres=%s
                broker=%s
                broker-cookie=%s
                redis=%s
                """.formatted(postgres, broker, brokerCookie, redis);
    }

    /** Letters and digits only: the values go into URLs and configuration files. */
    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', 'x')
                .replace('_', 'y');
    }
}
