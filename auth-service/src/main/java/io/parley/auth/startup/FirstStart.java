package io.parley.auth.startup;

import io.parley.auth.keys.SigningKeys;
import io.parley.auth.users.FirstOwner;
import io.parley.platform.eventloops.EventLoops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Makes the signing key and the first owner where they are missing, as soon as the database answers. The service is not
 * ready before that.
 */
@Readiness
@ApplicationScoped
class FirstStart implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final SigningKeys keys;
    private final FirstOwner owner;
    private final EventLoops loops;
    private volatile boolean done;

    FirstStart(SigningKeys keys, FirstOwner owner, EventLoops loops) {
        this.keys = keys;
        this.owner = owner;
        this.loops = loops;
    }

    void begin(@Observes StartupEvent event) {
        owner.check();
        var unused = keys.current()
                .chain(key -> owner.ensure())
                .onFailure()
                .invoke(failure -> LOG.warnf("message=\"signing key and owner not there yet\" reason=\"%s\"", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .withExecutor(loops.clock())
                .indefinitely()
                .subscribe()
                .with(ready -> done = true);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("first-start").status(done).build();
    }
}
