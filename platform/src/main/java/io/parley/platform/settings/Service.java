package io.parley.platform.settings;

import io.quarkus.runtime.Quarkus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Starts a service once its settings are known to be right; a service's {@code main} is one call of this. */
public final class Service {

    private static final int EXIT_MISCONFIGURED = 2;

    private Service() {}

    /**
     * Runs the service until it is told to stop. A missing, malformed or misspelt setting ends the process with one
     * message that names every problem.
     *
     * @param required settings without which this service cannot work
     */
    public static void run(Set<Setting> required, String... arguments) {
        List<String> problems = problems(required, System.getenv());
        if (problems.isEmpty()) {
            Quarkus.run(arguments);
        } else {
            System.err.println("Not started, the settings are not right:\n  " + String.join("\n  ", problems));
            System.exit(EXIT_MISCONFIGURED);
        }
    }

    static List<String> problems(Set<Setting> required, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                setting.complaint(value).ifPresent(problems::add);
            } else if (required.contains(setting)) {
                problems.add(setting.variable() + " is missing");
            }
        }
        environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> Stream.of(Setting.values())
                        .noneMatch(known -> known.variable().equals(name)))
                .sorted()
                .map(name -> name + " is no setting of Parley; is it misspelt?")
                .forEach(problems::add);
        return problems;
    }
}
