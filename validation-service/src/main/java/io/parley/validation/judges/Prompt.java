package io.parley.validation.judges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a judge is told to do. It holds nothing of what is judged, so that it is the same bytes each time.
 *
 * @param version its name; a changed text gets a new one, since people's agreement with judges is kept by it
 */
record Prompt(String version, String instructions) {

    /** Reads the text from its file, which is named after its version. */
    static Prompt of(String version) {
        try (InputStream file = Prompt.class.getResourceAsStream(version + ".txt")) {
            byte[] bytes = Objects.requireNonNull(file, "no prompt " + version).readAllBytes();
            return new Prompt(version, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return version;
    }
}
