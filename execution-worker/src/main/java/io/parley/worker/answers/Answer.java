package io.parley.worker.answers;

import io.parley.contracts.Exchange;

/**
 * What the target answered in one turn.
 *
 * @param exchange for the transcript, free of the target's secrets
 * @param body of the response, to capture values from
 */
public record Answer(Exchange exchange, ResponseBody body) {}
