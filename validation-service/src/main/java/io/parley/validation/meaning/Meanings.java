package io.parley.validation.meaning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What texts mean, from the cache or from the embedder. */
@Singleton
final class Meanings implements Source<MeaningOf, Meaning> {

    private static final String COUNTER = "parley.embeddings";

    private final Embedder embedder;
    private final MeaningCache cache;
    private final MeterRegistry metrics;
    private final Timer time;
    private final Counter cached;

    Meanings(Embedder embedder, EmbeddingSettings settings, MeterRegistry metrics) {
        this.embedder = embedder;
        this.cache = new MeaningCache(settings.cache().asLongValue());
        this.metrics = metrics;
        this.time = metrics.timer("parley.embeddings.time");
        this.cached = metrics.counter(COUNTER, "outcome", "cached");
    }

    @Override
    public Class<MeaningOf> answers() {
        return MeaningOf.class;
    }

    @Override
    public boolean isRemote() {
        return embedder.isRemote();
    }

    @Override
    public Uni<Map<MeaningOf, Answer<Meaning>>> answer(Collection<MeaningOf> needs) {
        Map<MeaningOf, Answer<Meaning>> known = new HashMap<>();
        List<MeaningOf> missing = new ArrayList<>();
        for (MeaningOf need : needs) {
            cache.find(need)
                    .ifPresentOrElse(meaning -> known.put(need, new Answer.Known<>(meaning)), () -> missing.add(need));
        }
        cached.increment(known.size());
        return missing.isEmpty() ? Uni.createFrom().item(known) : embed(missing, known);
    }

    private Uni<Map<MeaningOf, Answer<Meaning>>> embed(List<MeaningOf> missing, Map<MeaningOf, Answer<Meaning>> known) {
        Timer.Sample started = Timer.start(metrics);
        return embedder.embed(missing)
                .invoke(embedded -> started.stop(time))
                .invoke(this::remember)
                .map(embedded -> together(known, embedded));
    }

    private void remember(Map<MeaningOf, Answer<Meaning>> embedded) {
        embedded.forEach((need, answer) -> {
            switch (answer) {
                case Answer.Known<Meaning>(Meaning meaning) -> {
                    cache.add(need, meaning);
                    count("embedded");
                }
                case Answer.Unknown<Meaning> unknown -> count("unknown");
            }
        });
    }

    private void count(String outcome) {
        metrics.counter(COUNTER, "outcome", outcome).increment();
    }

    private static Map<MeaningOf, Answer<Meaning>> together(
            Map<MeaningOf, Answer<Meaning>> known, Map<MeaningOf, Answer<Meaning>> embedded) {
        known.putAll(embedded);
        return known;
    }
}
