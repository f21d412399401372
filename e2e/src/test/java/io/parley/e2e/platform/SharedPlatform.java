package io.parley.e2e.platform;

import io.parley.e2e.traces.Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Platform} of this JVM and the {@link Collector} that all its services send their traces
 * to. Both start with the first test that asks and end after the last.
 */
public final class SharedPlatform implements ParameterResolver {

    private record Shared(Collector collector, Platform platform) implements AutoCloseable {

        static Shared start() {
            Collector collector = Collector.start();
            try {
                return new Shared(
                        collector,
                        Platform.start(
                                "shared",
                                Map.of(
                                        "PARLEY_TRACES_ENDPOINT",
                                        collector.address().toString(),
                                        "PARLEY_TRACES_RATIO",
                                        "1")));
            } catch (IOException unusable) {
                collector.close();
                throw new UncheckedIOException(unusable);
            }
        }

        @Override
        public void close() {
            platform.close();
            collector.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Platform.class || type == Collector.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedPlatform.class))
                .getOrComputeIfAbsent(Shared.class, first -> Shared.start(), Shared.class);
        return parameter.getParameter().getType() == Platform.class ? shared.platform() : shared.collector();
    }
}
