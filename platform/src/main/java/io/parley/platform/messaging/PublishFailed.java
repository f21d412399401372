package io.parley.platform.messaging;

/** The broker did not take a message. Whoever owns the row or the input behind it tries again. */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What became of the message. */
    public enum Reason {
        /** No connection: nothing was sent. */
        NOT_CONNECTED,
        /** Sent, and the connection was lost before the confirmation: it may have arrived. */
        CONNECTION_LOST,
        /** No queue takes this kind of message. */
        RETURNED,
        /** The broker refused it: a queue is full. */
        REFUSED,
        /** No confirmation in time: it may have arrived. */
        TIMED_OUT,
        /** Too many messages wait for their confirmation: nothing was sent. */
        OVERLOADED
    }

    private final Reason reason;

    PublishFailed(Reason reason) {
        super("not published: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
