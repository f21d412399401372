package io.parley.run.suites;

import io.parley.contracts.SuiteModel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A model that plays users of a suite's cases.
 *
 * @param name what the cases call it
 * @param model as the suite describes it; null for the registered chat target of this name
 */
@RegisterForReflection // stored as JSON
public record Simulator(String name, @Nullable SuiteModel model) {}
