package io.parley.cli.demo;

import io.parley.backing.Folders;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.terminal.Steps;
import io.parley.cli.up.Checkout;
import io.parley.cli.up.Owner;
import io.parley.cli.up.Platform;
import io.parley.cli.up.PlatformOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What the demo plays on: a platform and the assistant, in a folder of their own. Closed by whoever comes first, the end
 * of the demo or the end of the process, and nothing is left of it.
 */
final class Stage implements AutoCloseable {

    private final Steps steps;
    private final Path data;
    private final Platform platform;
    private final DemoAssistant assistant;
    private volatile boolean stopping;
    private boolean closed;

    private Stage(Steps steps, Path data, Platform platform, DemoAssistant assistant) {
        this.steps = steps;
        this.data = data;
        this.platform = platform;
        this.assistant = assistant;
    }

    static Stage open(Steps steps) throws IOException {
        return open(steps, options -> Platform.start(options, steps::note));
    }

    /** A stage whose services record how they start and work; closing it takes a minute. */
    static Stage openRecording(Steps steps) throws IOException {
        return open(steps, options -> Platform.startRecording(options, steps::note));
    }

    private static Stage open(Steps steps, Function<PlatformOptions, Platform> start) throws IOException {
        Path data = Files.createTempDirectory("parley-demo-");
        Platform platform = steps.step(
                "PostgreSQL, RabbitMQ, Redis and six services started",
                () -> start.apply(PlatformOptions.in(Checkout.root(), data)));
        Stage stage = new Stage(steps, data, platform, steps.step("Demo assistant started", DemoAssistant::start));
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
        return stage;
    }

    Path data() {
        return data;
    }

    URI assistant() {
        return assistant.address();
    }

    Owner owner() {
        return platform.owner();
    }

    ParleyApi login() {
        return ParleyApi.login(platform.address(), owner().email(), owner().password());
    }

    Whereabouts whereabouts() {
        return new Whereabouts(platform.address(), owner(), data, assistant.address());
    }

    /** True once the end has begun: calls may fail from then on. */
    boolean stopping() {
        return stopping;
    }

    @Override
    public void close() {
        stopping = true;
        closeOnce();
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            var unused = steps.step("Everything stopped", this::removeAll);
        }
    }

    private Path removeAll() {
        platform.close();
        assistant.close();
        try {
            Folders.delete(data);
        } catch (IOException inUse) {
            throw new UncheckedIOException("the demo's folder " + data + " cannot be removed", inUse);
        }
        return data;
    }
}
