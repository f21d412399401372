package io.parley.cli.demo;

import io.parley.cli.terminal.Style;
import io.parley.cli.up.Owner;
import io.parley.cli.up.PlatformState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything can be reached. */
record Whereabouts(PlatformState platform, Owner owner, Path data, URI assistant) {

    List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + style.bold("Where everything is"));
        lines.add(row("API", platform.address() + "/api/v1"));
        lines.add(row("Swagger UI", platform.address() + "/api/docs"));
        lines.add(row("Log in as", owner.email() + ", password " + owner.password()));
        lines.add(row("Assistant", assistant.toString()));
        lines.add(row("Data and logs", data.toString()));
        lines.add("  " + style.bold("Metrics (Prometheus)"));
        platform.processes().stream()
                .filter(process -> process.address() != null)
                .map(process -> row(process.name(), process.address() + "/q/metrics"))
                .forEach(lines::add);
        return lines;
    }

    private static String row(String name, String where) {
        return String.format("  %-17s %s", name, where);
    }
}
