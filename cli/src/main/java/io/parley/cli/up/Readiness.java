package io.parley.cli.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it is ready: whether its database, broker and Redis answer it. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private Readiness() {}

    /** @param address scheme, host and port of the service */
    static boolean of(String address) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(LIMIT)
                .build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
