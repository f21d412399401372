package io.parley.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.SecureRandom;
import java.util.Base64;

/** Starts the process that carries out suites without a platform. */
@QuarkusMain
public final class Main {

    private static final int KEY_BYTES = 32;

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty("parley.master-key", masterKey());
        Quarkus.run(Local.class, arguments);
    }

    /** Nothing that is sealed outlives the process. */
    private static String masterKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
