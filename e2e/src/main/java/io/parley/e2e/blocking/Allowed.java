package io.parley.e2e.blocking;

import java.util.List;

/**
 * A method inside which blocking calls are no violation.
 *
 * @param type its class
 * @param method its name, whatever its parameters
 */
record Allowed(String type, String method) {

    static List<Allowed> all() {
        return List.of(
                // A class is read from its jar when it is first used: once per class, never again.
                new Allowed("io.quarkus.bootstrap.runner.RunnerClassLoader", "loadClass"));
    }
}
