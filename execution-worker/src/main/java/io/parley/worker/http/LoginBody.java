package io.parley.worker.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The response to a login, which is as good as a password: values are captured from it, but no failure quotes it. */
record LoginBody(ResponseBody body) implements ResponseBody {

    @Override
    public @Nullable String text() {
        return null;
    }

    @Override
    public String excerpt() {
        return "*** (what a login answers is not shown)";
    }

    @Override
    public JsonNode tree() {
        try {
            return body.tree();
        } catch (BrokenOff notJson) {
            throw new BrokenOff(notJson.failure().code(), "the answer is no JSON, but a value in it is to be captured");
        }
    }
}
