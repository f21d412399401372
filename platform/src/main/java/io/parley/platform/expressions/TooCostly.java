package io.parley.platform.expressions;

/** An evaluation was given up because it would take more work than one execution may cost. */
public final class TooCostly extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooCostly() {
        super("takes too much work on an answer of this size", null, false, false);
    }
}
