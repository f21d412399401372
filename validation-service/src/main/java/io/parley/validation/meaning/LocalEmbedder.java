package io.parley.validation.meaning;

import io.parley.validation.assertions.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Embeds with the model inside this service, which is loaded when it is first needed: most suites never do. Inference keeps
 * a thread busy for milliseconds, so it has two of its own, and the event loops stay free.
 */
final class LocalEmbedder implements Embedder {

    private static final Logger LOG = Logger.getLogger(LocalEmbedder.class);
    private static final int THREADS = 2;

    /** Few enough that the threads share small batches, enough that handing over costs nothing. */
    private static final int AT_ONCE = 8;

    private final WorkerExecutor threads;
    private @Nullable SentenceModel model;

    LocalEmbedder(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("parley-meaning", THREADS);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Uni<Map<MeaningOf, Answer<Meaning>>> embed(List<MeaningOf> needs) {
        List<Uni<Map<MeaningOf, Answer<Meaning>>>> shares = new ArrayList<>();
        for (int from = 0; from < needs.size(); from += AT_ONCE) {
            List<MeaningOf> share = needs.subList(from, Math.min(needs.size(), from + AT_ONCE));
            shares.add(threads.executeBlocking(() -> answers(share), false));
        }
        return Uni.join().all(shares).andFailFast().map(LocalEmbedder::together);
    }

    private Map<MeaningOf, Answer<Meaning>> answers(List<MeaningOf> needs) {
        Map<MeaningOf, Answer<Meaning>> answers = new HashMap<>();
        needs.forEach(need -> answers.put(need, answer(need)));
        return answers;
    }

    private Answer<Meaning> answer(MeaningOf need) {
        try {
            return new Answer.Known<>(model().meaning(need.text()));
        } catch (RuntimeException | LinkageError defect) {
            LOG.errorf(defect, "message=\"a text could not be embedded\"");
            return new Answer.Unknown<>("its meaning could not be computed, by a defect of Parley");
        }
    }

    private synchronized SentenceModel model() {
        SentenceModel loaded = model;
        if (loaded == null) {
            loaded = SentenceModel.load();
            model = loaded;
        }
        return loaded;
    }

    private static Map<MeaningOf, Answer<Meaning>> together(List<Map<MeaningOf, Answer<Meaning>>> shares) {
        Map<MeaningOf, Answer<Meaning>> all = new HashMap<>();
        shares.forEach(all::putAll);
        return all;
    }
}
