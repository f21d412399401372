/** {@code entity}: dates, times, numbers, amounts, places and persons in a text, by patterns and dictionaries. */
@NullMarked
package io.parley.validation.entities;

import org.jspecify.annotations.NullMarked;
