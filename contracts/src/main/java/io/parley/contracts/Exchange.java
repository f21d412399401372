package io.parley.contracts;

import java.time.Duration;

/**
 * One turn as it was held.
 *
 * @param user what was said to the target
 * @param answer the target's answer; JSON text when the answer is not a plain string
 * @param status the HTTP status of the response
 * @param latency from sending the last try to the last byte of its response
 * @param tries how often the request was sent
 */
public record Exchange(String user, String answer, int status, Duration latency, int tries) {}
