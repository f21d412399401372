package io.parley.cli.dead;

import picocli.CommandLine.Command;

/** {@code parley dead}: messages that no service could handle. */
@Command(
        name = "dead",
        description = "Shows the messages that could not be handled, and sends them again.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list | replay QUEUE",
        subcommands = {DeadList.class, DeadReplay.class})
public final class Dead {}
