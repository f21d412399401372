/** {@code javascript}: assertions in a suite's own code, in an engine that reaches nothing but what it is given. */
@NullMarked
package io.parley.validation.sandbox;

import org.jspecify.annotations.NullMarked;
