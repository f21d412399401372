package io.parley.contracts;

import java.util.List;

/**
 * What the verdict of an execution says something about.
 *
 * @param assistant the assistant version that was tested: the target's id, {@code @} and the branch that the run names
 * @param skills names of the skills that the case is evidence for, at least one
 */
public record Evidence(String assistant, List<String> skills) {}
