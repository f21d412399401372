package io.parley.run.suites;

import io.parley.platform.local.ForLocal;
import java.time.Duration;

/**
 * One case as it is run.
 *
 * @param conversation JSON of {@link io.parley.contracts.Conversation}
 * @param turns most of one execution
 * @param repeat how often the conversation is held
 * @param budget the time one execution may take
 */
@ForLocal
public record Case(String conversation, int turns, int repeat, Duration budget) {}
