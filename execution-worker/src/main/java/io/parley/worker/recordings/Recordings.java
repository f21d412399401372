package io.parley.worker.recordings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.RecordedTarget;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens recordings. */
@ApplicationScoped
public class Recordings {

    private final ObjectReader reader;

    Recordings(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Opens the recording from its beginning.
     *
     * @param turns most that the case as it is now may come to
     */
    public Recording open(RecordedTarget target, int turns) {
        return new Recording(target.transcript(), turns, reader);
    }
}
