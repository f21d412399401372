package io.parley.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program on the machine of whoever runs the suite, which only {@code parley run --local} starts: a process for each
 * conversation, from its first turn to its end. It reads a line of JSON for each thing that is said and writes a line of JSON for
 * each answer.
 *
 * @param command the program and its arguments, as they are: no shell looks at them
 * @param environment of the process, besides what it has from whoever runs the suite
 * @param directory where it works, from the folder that the command was called in; null for that folder
 * @param start what it may take until its first answer, besides the time of a turn
 * @param answer JSON Pointer to the words in each line that it writes
 * @param reports as those of an {@link HttpTarget}; null for none
 */
public record SubprocessTarget(
        TargetId id,
        String name,
        List<String> command,
        Map<String, String> environment,
        @Nullable String directory,
        Duration start,
        String answer,
        Limits limits,
        @Nullable Map<String, String> reports)
        implements LiveTarget {

    @Override
    public Map<String, String> sealedSecrets() {
        return Map.of();
    }
}
