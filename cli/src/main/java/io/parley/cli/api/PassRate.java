package io.parley.cli.api;

/**
 * The share of passed executions among those passed or failed, each 0 to 1.
 *
 * @param low lower end of the 95% interval
 * @param high upper end of the 95% interval
 */
public record PassRate(double value, double low, double high) {}
