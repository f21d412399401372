package io.parley.auth.passwords;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in its PHC string form {@code $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>}.
 *
 * @param memory in KiB
 */
record Argon2id(int memory, int passes, int lanes, Buffer salt, Buffer hash) {

    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    /** Hashes a password with a new salt and today's parameters. Takes tens of milliseconds of a core and 19 MiB. */
    static Argon2id of(String password) {
        Buffer salt = random(SALT_BYTES);
        return new Argon2id(MEMORY, PASSES, LANES, salt, run(password, MEMORY, PASSES, LANES, salt, HASH_BYTES));
    }

    /** A hash that no password is known for. */
    static Argon2id ofNothing() {
        return new Argon2id(MEMORY, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
    }

    /** Reads the PHC string form; anything else is an {@link IllegalArgumentException}. */
    static Argon2id parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        return new Argon2id(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Buffer.buffer(Base64.getDecoder().decode(parts.group(4))),
                Buffer.buffer(Base64.getDecoder().decode(parts.group(5))));
    }

    /** Whether this is the password's hash. As slow as {@link #of}, whatever the answer. */
    boolean matches(String password) {
        Buffer expected = run(password, memory, passes, lanes, salt, hash.length());
        return MessageDigest.isEqual(hash.getBytes(), expected.getBytes());
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        passes,
                        lanes,
                        base64.encodeToString(salt.getBytes()),
                        base64.encodeToString(hash.getBytes()));
    }

    /** The same password can be typed as different code points; NFC makes them one. */
    private static Buffer run(String password, int memory, int passes, int lanes, Buffer salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt.getBytes())
                .build());
        byte[] output = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), output);
        return Buffer.buffer(output);
    }

    private static Buffer random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Buffer.buffer(bytes);
    }
}
