package io.parley.worker.answers;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The body of a response, to capture values from, free of the target's secrets. */
public interface ResponseBody {

    /** As it came; null when it was not kept. */
    @Nullable String text();

    /** How it begins, on one line, for people. */
    String excerpt();

    /** The parsed body; fails with {@link io.parley.worker.BrokenOff} when it is no JSON. */
    JsonNode tree();
}
