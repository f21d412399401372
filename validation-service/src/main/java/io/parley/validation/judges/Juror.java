package io.parley.validation.judges;

/**
 * Who was asked, and how.
 *
 * @param name of the model in the suite or in the workspace
 * @param model its name at its endpoint; the other one where there is no such model
 * @param prompt version of the prompt
 */
record Juror(String name, String model, String prompt) {}
