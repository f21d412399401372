package io.parley.cli.imports;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.api.SuiteView;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley import FILE...}: imports suites without running them. */
@Command(
        name = "import",
        description = "Imports suites, of Parley and of other tools, and says what they came to.",
        mixinStandardHelpOptions = true)
public final class Import implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A suite, a file of another tool, which is sent with the files that it names, or a folder of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "What files of another tool are, such as promptfoo (default: told by what is in them).")
    private @Nullable String format;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            for (Path file : files) {
                Importing.of(api, file, format).stream().map(Import::line).forEach(terminal::line);
            }
        }
        return 0;
    }

    private static String line(SuiteView suite) {
        return "  %s: %d %s, revision %d"
                .formatted(suite.name(), suite.cases(), suite.cases() == 1 ? "case" : "cases", suite.revision());
    }
}
