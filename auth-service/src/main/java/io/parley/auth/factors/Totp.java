package io.parley.auth.factors;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change by time (RFC 6238), with what every authenticator knows: HMAC-SHA-1, six digits, steps of 30 seconds
 * since 1970. The code of the step before and of the one after is good, too: clocks differ, and people take their time.
 */
final class Totp {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int MODULUS = 1_000_000;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private Totp(byte[] secret) {
        this.secret = secret;
    }

    static Totp generate() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    static Totp of(byte[] secret) {
        return new Totp(secret.clone());
    }

    /** Reads what {@link #text} gave. */
    static Totp parse(String text) {
        return new Totp(Base64.getDecoder().decode(text));
    }

    /** The secret, to be sealed. */
    String text() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /** The secret as people type it. */
    String base32() {
        return Base32.encode(secret);
    }

    /** The secret as authenticators read it from a picture. */
    String uri(String email) {
        return "otpauth://totp/Parley:" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret=" + base32()
                + "&issuer=Parley";
    }

    /** The step that the code belongs to, if it is good at this time; the latest if there are two. */
    OptionalLong stepOf(String code, Instant now) {
        long step = step(now);
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(each -> isEqual(code(each), code))
                .max();
    }

    static long step(Instant time) {
        return time.getEpochSecond() / STEP.toSeconds();
    }

    /** The code of a step. */
    String code(long step) {
        byte[] digest = mac(step);
        int offset = digest[digest.length - 1] & 0xf;
        int number = ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    private byte[] mac(long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean isEqual(String expected, String code) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
