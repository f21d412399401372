package io.parley.cli.api;

/**
 * How many messages one dead-letter queue holds.
 *
 * @param queue the queue whose consumer could not handle them
 */
public record DeadLetterQueue(String queue, long messages) {}
