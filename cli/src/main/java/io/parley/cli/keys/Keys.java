package io.parley.cli.keys;

import picocli.CommandLine.Command;

/** {@code parley keys}: what the platform signs access tokens with. */
@Command(
        name = "keys",
        description = "Changes the key that access tokens are signed with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "rotate",
        subcommands = KeysRotate.class)
public final class Keys {}
