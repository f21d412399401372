package io.parley.validation.agreement;

/**
 * A model that judges by a prompt.
 *
 * @param model its name
 * @param prompt the version of the prompt
 */
public record Judge(String model, String prompt) {}
