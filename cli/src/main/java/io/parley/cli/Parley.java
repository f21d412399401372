package io.parley.cli;

import io.parley.cli.dead.Dead;
import io.parley.cli.demo.Demo;
import io.parley.cli.demo.Rehearsal;
import io.parley.cli.imports.Import;
import io.parley.cli.keys.Keys;
import io.parley.cli.mails.Mails;
import io.parley.cli.runs.Compare;
import io.parley.cli.runs.Pause;
import io.parley.cli.runs.Rescore;
import io.parley.cli.runs.Resume;
import io.parley.cli.runs.Retry;
import io.parley.cli.runs.Run;
import io.parley.cli.targets.Target;
import io.parley.cli.up.Down;
import io.parley.cli.up.Logs;
import io.parley.cli.up.Status;
import io.parley.cli.up.Up;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code parley} command; each subcommand is a class in the package of its feature. */
@Command(
        name = "parley",
        description = "Tests conversational systems.",
        mixinStandardHelpOptions = true,
        version = "parley 0.1.0",
        subcommands = {
            Demo.class,
            Rehearsal.class,
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Import.class,
            Run.class,
            Compare.class,
            Rescore.class,
            Target.class,
            Pause.class,
            Resume.class,
            Retry.class,
            Dead.class,
            Mails.class,
            Keys.class
        })
public final class Parley {

    private static final int COULD_NOT_RUN = 2;

    private Parley() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command; a failure is one message on standard error. */
    static int run(String... arguments) {
        return new CommandLine(new Parley())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("parley: " + failure.getMessage());
                    return COULD_NOT_RUN;
                })
                .execute(arguments);
    }
}
