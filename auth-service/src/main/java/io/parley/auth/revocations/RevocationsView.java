package io.parley.auth.revocations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened while tokens of the time before may still be good.
 *
 * @param ended ids of sessions, API keys and users whose tokens are void
 * @param changed when a member's role last changed, by {@code <user> <workspace>}: tokens from before are void
 */
record RevocationsView(List<String> ended, Map<String, Instant> changed) {}
