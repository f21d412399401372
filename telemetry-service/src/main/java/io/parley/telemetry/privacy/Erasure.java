package io.parley.telemetry.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * The receipt of an erasure; it does not name the subject.
 *
 * @param erasedBy the user or API key that asked for it
 * @param events how many were erased
 * @param sessions how many were erased; those that others took part in lost the subject's events only
 * @param observations how many were erased
 */
record Erasure(UUID id, Instant erasedAt, UUID erasedBy, long events, long sessions, long observations) {}
