package io.parley.cli.demo;

import io.parley.cli.up.Owner;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where everything can be reached. */
record Whereabouts(URI platform, Owner owner, Path data, URI assistant) {

    List<String> lines() {
        return List.of(
                row("API", platform + "/api/v1"),
                row("Swagger UI", platform + "/api/docs"),
                row("Log in as", owner.email() + ", password " + owner.password()),
                row("Assistant", assistant + " (POST)"),
                row("Metrics", platform + "/q/metrics, and so at every service"),
                row("Services", "./parley status --data " + data),
                row("Data and logs", data.toString()));
    }

    private static String row(String name, String where) {
        return String.format("  %-14s %s", name, where);
    }
}
