/** Texts from outside, turned into values or into complaints that name the field. */
@NullMarked
package io.parley.telemetry.input;

import org.jspecify.annotations.NullMarked;
