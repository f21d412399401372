package io.parley.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The suite that the demo runs: {@value #FILE}, carried along as a resource. */
final class SampleSuite {

    static final String FILE = "samples/city-assistant.parley.yaml";

    /** The cases that find the two deliberate faults of the assistant, one each; all others pass. */
    static final Set<String> FAULTY_CASES = Set.of("the library on a Sunday", "books for more people than at first");

    private SampleSuite() {}

    static String yaml() {
        try (InputStream file = SampleSuite.class.getResourceAsStream("/" + FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }
}
