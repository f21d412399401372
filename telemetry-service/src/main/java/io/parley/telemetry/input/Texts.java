package io.parley.telemetry.input;

import java.util.Optional;

/** Which JSON strings neither UTF-8 nor PostgreSQL can hold. */
public final class Texts {

    private Texts() {}

    /** What is wrong with a text, if something is. */
    public static Optional<String> faultOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return Optional.of("must not contain the character U+0000");
            }
            if (Character.isSurrogate(unit)) {
                if (!isPairAt(text, i)) {
                    return Optional.of("must not contain half a surrogate pair");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
