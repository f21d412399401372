package io.parley.validation.models;

import java.time.Instant;

/** A model and when it came to be as it is. */
record StoredModel(Model model, Instant createdAt, Instant updatedAt) {}
