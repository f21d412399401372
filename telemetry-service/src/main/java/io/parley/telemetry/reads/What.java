package io.parley.telemetry.reads;

/** What personal data somebody looked at. */
public enum What {
    /** Stored events. */
    EVENTS,

    /** Sessions and their features. */
    SESSIONS,

    /** Assessments of skills. */
    PROFILES,

    /** Everything about a subject. */
    EXPORT
}
