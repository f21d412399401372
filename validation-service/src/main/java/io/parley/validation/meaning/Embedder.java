package io.parley.validation.meaning;

import io.parley.validation.assertions.Answer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Finds out what texts mean. Never fails and always ends. */
sealed interface Embedder permits LocalEmbedder, RemoteEmbedder {

    boolean isRemote();

    /** An answer to each; runs on no thread of its caller. */
    Uni<Map<MeaningOf, Answer<Meaning>>> embed(List<MeaningOf> needs);
}
