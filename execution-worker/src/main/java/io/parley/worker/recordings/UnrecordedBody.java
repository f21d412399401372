package io.parley.worker.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The response of a turn that captured nothing when it was held. */
record UnrecordedBody() implements ResponseBody {

    @Override
    public @Nullable String text() {
        return null;
    }

    @Override
    public String excerpt() {
        return "";
    }

    @Override
    public JsonNode tree() {
        throw new BrokenOff(
                "recording-incomplete",
                "the turn captures a value now, but captured nothing when it was held, so its response was not kept; run"
                        + " the case against the target");
    }
}
