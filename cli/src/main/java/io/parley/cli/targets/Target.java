package io.parley.cli.targets;

import picocli.CommandLine.Command;

/** {@code parley target}: looks after targets. */
@Command(
        name = "target",
        description = "Tries out targets.",
        mixinStandardHelpOptions = true,
        subcommands = TargetTry.class)
public final class Target {}
