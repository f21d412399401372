/** Language models that judge: where they answer, with which key, at what price and within which limits. */
@NullMarked
package io.parley.validation.models;

import org.jspecify.annotations.NullMarked;
