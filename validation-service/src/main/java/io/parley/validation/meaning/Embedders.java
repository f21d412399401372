package io.parley.validation.meaning;

import io.parley.platform.eventloops.EventLoops;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the embedder by the settings. */
@Dependent
final class Embedders {

    @Produces
    @Singleton
    Embedder embedder(EmbeddingSettings settings, Vertx vertx, EventLoops loops) {
        return settings.url()
                .<Embedder>map(url -> RemoteEmbedder.of(url, settings, vertx, loops))
                .orElseGet(() -> new LocalEmbedder(vertx));
    }
}
