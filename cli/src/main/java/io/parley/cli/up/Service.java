package io.parley.cli.up;

import io.parley.backing.Server;
import io.parley.backing.Spawner;
import java.nio.file.Path;
import java.time.Duration;

/** One packaged service in a Java process of its own. */
final class Service extends Server {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final JavaCommand java;
    private final ServiceEnvironment environment;
    private final String address;

    Service(String name, Path data, JavaCommand java, ServiceEnvironment environment, String address) {
        super(name, data.resolve("logs").resolve(name + ".log"));
        this.java = java;
        this.environment = environment;
        this.address = address;
    }

    String address() {
        return address;
    }

    @Override
    protected void prepare() {
        // A service keeps nothing on the disk.
    }

    @Override
    protected ProcessBuilder command() {
        ProcessBuilder builder = new ProcessBuilder(java.of(Addresses.module(name())));
        environment.apply(name(), builder.environment());
        return builder;
    }

    @Override
    protected Spawner.End end() {
        return Spawner.End.TERM;
    }

    /** A Java process takes seconds, and each question costs it time. */
    @Override
    protected Duration interval() {
        return INTERVAL;
    }

    @Override
    protected Duration stopLimit() {
        return java.stopLimit();
    }

    /** Ready as the service itself says: its database, broker and Redis answer. */
    @Override
    protected boolean ready() {
        return Readiness.of(address);
    }
}
