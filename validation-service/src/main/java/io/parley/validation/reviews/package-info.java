/** The queue of executions that people decide, and what becomes of their decisions. */
@NullMarked
package io.parley.validation.reviews;

import org.jspecify.annotations.NullMarked;
