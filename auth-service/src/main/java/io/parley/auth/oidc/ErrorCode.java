package io.parley.auth.oidc;

import org.jspecify.annotations.Nullable;

/** Codes of errors as providers and browsers bring them: somebody else's words, which are not repeated as they are. */
public final class ErrorCode {

    private static final int LONGEST = 50;

    private ErrorCode() {}

    /** What of a code can be shown to people and written to logs. */
    public static String printable(@Nullable String code) {
        String plain = code == null ? "" : code.replaceAll("[^A-Za-z0-9_.-]", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
