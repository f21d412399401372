package io.parley.gateway.tls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Shows another certificate as soon as the files hold one. The framework's own reload does so at every look, changed or not,
 * and each time the server drops who connects at that moment.
 */
@Singleton
final class Reload {

    private static final Logger LOG = Logger.getLogger(Reload.class);

    private final Vertx vertx;
    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> updates;
    private final TlsSettings settings;
    private final List<String> files;
    private volatile List<Long> shown = List.of();
    private long timer;

    Reload(
            Vertx vertx,
            TlsConfigurationRegistry registry,
            Event<CertificateUpdatedEvent> updates,
            TlsSettings settings) {
        this.vertx = vertx;
        this.registry = registry;
        this.updates = updates;
        this.settings = settings;
        this.files = Stream.of(settings.certificate(), settings.key())
                .flatMap(Optional::stream)
                .map(Path::toString)
                .toList();
    }

    void start(@Observes StartupEvent event) {
        if (!files.isEmpty()) {
            var unused = changes().onSuccess(now -> shown = now);
            timer = vertx.setPeriodic(settings.reloadPeriod().toMillis(), tick -> look());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        changes()
                .compose(now -> now.equals(shown) ? Future.succeededFuture(now) : show(now))
                .onSuccess(now -> shown = now)
                .onFailure(failure ->
                        LOG.errorf("message=\"certificate not read, the last one stays\" reason=\"%s\"", failure));
    }

    /** When each file was last changed, in milliseconds. */
    private Future<List<Long>> changes() {
        return Future.all(files.stream().map(vertx.fileSystem()::props).toList())
                .map(props -> props.<FileProps>list().stream()
                        .map(FileProps::lastModifiedTime)
                        .toList());
    }

    /** Reads files, and waits until the servers have it: work for a thread that may wait. */
    private Future<List<Long>> show(List<Long> now) {
        return vertx.executeBlocking(this::readAndShow).map(configuration -> now);
    }

    private TlsConfiguration readAndShow() {
        TlsConfiguration configuration = registry.get(TlsSource.NAME).orElseThrow();
        if (!configuration.reload()) {
            throw new IllegalStateException("the files do not hold a certificate and its key");
        }
        updates.fire(new CertificateUpdatedEvent(TlsSource.NAME, configuration));
        LOG.infof("message=\"another certificate is shown\" file=%s", files.getFirst());
        return configuration;
    }
}
