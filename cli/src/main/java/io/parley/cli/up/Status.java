package io.parley.cli.up;

import io.parley.cli.up.PlatformState.ProcessState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley status}: what runs, where, and whether it is ready; exit code 0 if all is well, else 1. */
@Command(
        name = "status",
        description = "Shows what runs on this machine and whether it is ready.",
        mixinStandardHelpOptions = true)
public final class Status implements Callable<Integer> {

    private static final String ROW = "  %-22s %-10s %-8s %-24s%n";

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        PlatformState state = data.running();
        System.out.printf("%nParley is %s at %s%n%n", state.ready() ? "up" : "starting or stopping", state.address());
        System.out.printf(ROW, "NAME", "STATE", "PID", "ADDRESS");
        boolean well = state.ready();
        for (ProcessState process : state.processes()) {
            Health health = Health.of(process);
            well &= health == Health.READY || health == Health.RUNNING;
            System.out.printf(
                    ROW,
                    process.name(),
                    health.label(),
                    pid(process),
                    process.address() == null ? "" : process.address());
        }
        System.out.printf("%n  Data and logs in %s%n%n", data.folder());
        return well ? 0 : 1;
    }

    private static String pid(ProcessState process) {
        return process.pids().isEmpty() ? "" : process.pids().getFirst().toString();
    }
}
