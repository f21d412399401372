package io.parley.contracts;

/**
 * A system under test that is asked. Of each kind there is one record here, one driver in execution-worker and one form of input
 * in run-service.
 */
public sealed interface LiveTarget extends Target
        permits ChatTarget, EchoTarget, HoundifyTarget, HttpTarget, SubprocessTarget, WebSocketTarget {}
