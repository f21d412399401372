package io.parley.cli.up;

import io.parley.cli.up.PlatformState.ProcessState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley logs SERVICE}: the end of a service's or server's log, also after the platform has stopped. */
@Command(name = "logs", description = "Shows the log of one service or server.", mixinStandardHelpOptions = true)
public final class Logs implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "Its name, as 'parley status' shows it.")
    private String service = "";

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is added, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.add(log());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private String log() {
        List<ProcessState> processes = PlatformState.read(data.folder())
                .orElseThrow(() -> new PlatformException("Parley was never up on the data in " + data.folder() + "."))
                .processes();
        return processes.stream()
                .filter(process -> process.name().equals(service))
                .map(ProcessState::log)
                .findFirst()
                .orElseThrow(() -> new PlatformException("There is no log of " + service + "; there are those of "
                        + String.join(
                                ", ", processes.stream().map(ProcessState::name).toList()) + "."));
    }
}
