package io.parley.validation.meaning;

import io.vertx.core.VertxException;
import java.io.IOException;

/** An endpoint gave no embeddings. */
final class EmbeddingFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    private EmbeddingFailed(String reason, boolean passing) {
        super(reason, null, false, false);
        this.passing = passing;
    }

    /** The same request may succeed later. */
    static EmbeddingFailed passing(String reason) {
        return new EmbeddingFailed(reason, true);
    }

    /** The same request would fail again. */
    static EmbeddingFailed lasting(String reason) {
        return new EmbeddingFailed(reason, false);
    }

    /** Whether another try makes sense: asking twice does no harm. */
    static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case EmbeddingFailed failed -> failed.passing;
            case IOException lost -> true;
            case VertxException closed -> true;
            default -> false;
        };
    }

    /** What to tell people; ends a sentence. */
    static String reason(Throwable failure) {
        Throwable cause = failure.getCause() instanceof EmbeddingFailed inner ? inner : failure;
        return cause instanceof EmbeddingFailed failed
                ? String.valueOf(failed.getMessage())
                : "it cannot be reached (" + cause.getClass().getSimpleName() + ")";
    }
}
