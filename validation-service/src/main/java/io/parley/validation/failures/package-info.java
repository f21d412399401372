/**
 * Why executions fail: those of a run that failed for the same cause are a group, and a group is linked to the one of an
 * earlier run that it is like.
 */
@NullMarked
package io.parley.validation.failures;

import org.jspecify.annotations.NullMarked;
