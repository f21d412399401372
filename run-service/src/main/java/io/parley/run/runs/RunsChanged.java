package io.parley.run.runs;

import io.parley.contracts.RunId;
import java.util.Set;

/**
 * Counts or states of these runs changed, and that is committed: there may be something to dispatch, and something to
 * tell those who watch. Fired on an event loop; observers must not block and must not fail.
 */
public record RunsChanged(Set<RunId> ids) {}
