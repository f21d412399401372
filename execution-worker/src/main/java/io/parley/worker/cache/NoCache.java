package io.parley.worker.cache;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Where nothing outlives the process, so that there is no use in keeping anything: each conversation of a run asks for itself. */
@ApplicationScoped
@DefaultBean
class NoCache implements Cache {

    @Override
    public Uni<Optional<Kept>> find(String key) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public void keep(String key, Kept response, Duration time) {
        // nothing is
    }
}
