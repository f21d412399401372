package io.parley.cli.keys;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley keys rotate}: lets the next key sign. */
@Command(
        name = "rotate",
        description =
                "Signs access tokens with the next key from now on; those signed before stay good until they end.",
        mixinStandardHelpOptions = true)
final class KeysRotate implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Override
    public Integer call() {
        try (ParleyApi api = operator.login()) {
            api.rotateKeys();
            System.out.println("Another key signs access tokens now; within a minute it does so on every replica.");
            return 0;
        }
    }
}
