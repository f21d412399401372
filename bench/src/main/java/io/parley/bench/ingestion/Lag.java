package io.parley.bench.ingestion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From acceptance to the committed row, as telemetry-service counts it.
 *
 * @param upTo how many batches took no longer than so many seconds
 */
record Lag(NavigableMap<Double, Double> upTo) {

    private static final Pattern BUCKET =
            Pattern.compile("^parley_telemetry_lag_seconds_bucket\\{.*le=\"([^\"]+)\".*} (\\S+)$", Pattern.MULTILINE);

    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /** What was counted since the service's start. */
    static Lag read(URI service) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/metrics"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(TO_ANSWER)
                    .build();
            String metrics = client.send(request, BodyHandlers.ofString()).body();
            NavigableMap<Double, Double> upTo = new TreeMap<>();
            for (Matcher bucket = BUCKET.matcher(metrics); bucket.find(); ) {
                upTo.put(seconds(bucket.group(1)), Double.parseDouble(bucket.group(2)));
            }
            return new Lag(upTo);
        }
    }

    private static double seconds(String bound) {
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    Lag since(Lag earlier) {
        NavigableMap<Double, Double> since = new TreeMap<>();
        upTo.forEach((bound, batches) -> since.put(bound, batches - earlier.upTo.getOrDefault(bound, 0.0)));
        return new Lag(since);
    }

    /** The shortest time of those that are counted which no more than the rest of the batches took longer, in ms. */
    double atMostMillis(double share) {
        double batches = upTo.isEmpty() ? 0 : upTo.lastEntry().getValue();
        return upTo.entrySet().stream()
                .filter(bound -> bound.getValue() >= share * batches)
                .mapToDouble(Map.Entry::getKey)
                .map(seconds -> 1_000 * seconds)
                .findFirst()
                .orElse(Double.NaN);
    }
}
