package io.parley.validation.language;

import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells languages with OpenNLP's model of 103 of them, which is loaded when it is first needed. Loading takes seconds and a
 * text a millisecond, so this has a thread of its own.
 */
@Singleton
final class Detector implements Source<LanguageOf, Likeness> {

    private static final Logger LOG = Logger.getLogger(Detector.class);
    private static final String MODEL = "/langdetect-183.bin";

    private final WorkerExecutor thread;

    /** Used by the one thread only. */
    private @Nullable LanguageDetector detector;

    Detector(Vertx vertx) {
        this.thread = vertx.createSharedWorkerExecutor("parley-language", 1);
    }

    @Override
    public Class<LanguageOf> answers() {
        return LanguageOf.class;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Uni<Map<LanguageOf, Answer<Likeness>>> answer(Collection<LanguageOf> needs) {
        return thread.executeBlocking(() -> answers(needs));
    }

    private Map<LanguageOf, Answer<Likeness>> answers(Collection<LanguageOf> needs) {
        Map<LanguageOf, Answer<Likeness>> answers = new HashMap<>();
        needs.forEach(need -> answers.put(need, answer(need)));
        return answers;
    }

    private Answer<Likeness> answer(LanguageOf need) {
        try {
            Map<String, Double> byCode = new HashMap<>();
            for (var language : detector().predictLanguages(need.text())) {
                byCode.put(language.getLang(), language.getConfidence());
            }
            return new Answer.Known<>(new Likeness(byCode));
        } catch (IOException | RuntimeException defect) {
            LOG.errorf(defect, "message=\"a language could not be told\"");
            return new Answer.Unknown<>("its language could not be told, by a defect of Parley");
        }
    }

    private LanguageDetector detector() throws IOException {
        LanguageDetector loaded = detector;
        if (loaded == null) {
            loaded = load();
            detector = loaded;
        }
        return loaded;
    }

    private static LanguageDetector load() throws IOException {
        try (InputStream model = Detector.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new FileNotFoundException(MODEL);
            }
            return new LanguageDetectorME(new LanguageDetectorModel(model));
        }
    }
}
