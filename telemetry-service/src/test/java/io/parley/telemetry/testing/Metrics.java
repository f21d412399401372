package io.parley.telemetry.testing;

import io.restassured.RestAssured;

/** What the service says of itself to Prometheus. */
public final class Metrics {

    private Metrics() {}

    /** The value of a series, such as {@code parley_telemetry_rejected_total{reason="type"}}; 0 for one that there is not. */
    public static double value(String series) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
