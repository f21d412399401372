package io.parley.validation.outbox;

import io.parley.platform.messaging.Publisher;
import io.parley.platform.outbox.OutboxRelay;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The relay of this service's outbox, woken also for what a process that died has left. */
class OutboxPublishing {

    @Produces
    @Singleton
    OutboxRelay relay(Pool database, Publisher publisher) {
        return new OutboxRelay(database, publisher);
    }

    /** Wakes the relay now and then. */
    @Singleton
    static class Upkeep {

        private final OutboxRelay relay;

        Upkeep(OutboxRelay relay) {
            this.relay = relay;
        }

        @Scheduled(every = "2s")
        @NonBlocking
        void wake() {
            relay.wake();
        }
    }
}
