/**
 * Assertions on what a text means: {@code similar}, by the angle between sentence embeddings. They come from a model inside
 * this service, or from an endpoint that the operator names.
 */
@NullMarked
package io.parley.validation.meaning;

import org.jspecify.annotations.NullMarked;
