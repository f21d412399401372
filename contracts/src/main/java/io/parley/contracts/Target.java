package io.parley.contracts;

import java.util.Map;

/**
 * The system under test as the worker needs it for one execution: a copy of the registered target at the time the run
 * started, so that editing a target never changes a run that is under way.
 */
public sealed interface Target permits LiveTarget, RecordedTarget {

    TargetId id();

    String name();

    /** What holds for the target over all workers and all runs. */
    Limits limits();

    /**
     * Secrets by name, each sealed with AES-256-GCM; only the worker opens them, at use. Templates reach them as
     * {@code {{secrets.NAME}}}.
     */
    Map<String, String> sealedSecrets();
}
