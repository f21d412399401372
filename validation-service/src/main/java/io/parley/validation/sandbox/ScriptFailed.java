package io.parley.validation.sandbox;

/** A script came to no result, for this reason. */
final class ScriptFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Cause cause;

    ScriptFailed(Cause cause, String reason) {
        super(reason, null, false, false);
        this.cause = cause;
    }

    /** Ends a sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }

    Cause cause() {
        return cause;
    }

    /** Why, for the metrics. */
    enum Cause {
        /** It is no JavaScript, it threw, or what it returned is no result. */
        SCRIPT,
        /** It took too long. */
        TIME,
        /** It left the ways of the engine: out of its stack, or out of memory where nothing can be caught any more. */
        ENGINE
    }
}
