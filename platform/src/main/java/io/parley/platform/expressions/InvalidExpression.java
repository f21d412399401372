package io.parley.platform.expressions;

/** A text is no expression of its kind. The message is for its author and goes on from "this text ...". */
public final class InvalidExpression extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidExpression(String complaint) {
        super(complaint, null, false, false);
    }
}
