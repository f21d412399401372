package io.parley.validation.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Exchange;
import io.parley.contracts.Reported;
import io.parley.contracts.Transcript;
import io.parley.platform.json.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Transcripts of targets that report something beside their words. */
public final class Reporting {

    private static final ObjectMapper JSON = WireFormat.mapper();

    private Reporting() {}

    /**
     * A turn for each.
     *
     * @param pointers where the target reports what
     * @param reported each the JSON of {@link Reported}, with single quotes
     */
    public static Transcript transcript(Map<String, String> pointers, String... reported) {
        return new Transcript(
                Instant.EPOCH,
                Duration.ofSeconds(1),
                Stream.of(reported).map(Reporting::exchange).toList(),
                null,
                pointers,
                null);
    }

    private static Exchange exchange(String reported) {
        try {
            return new Exchange(
                    "?",
                    "!",
                    200,
                    Duration.ofMillis(100),
                    1,
                    Duration.ofMillis(30),
                    JSON.readValue(reported.replace('\'', '"'), Reported.class),
                    null);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(reported, wrong);
        }
    }
}
