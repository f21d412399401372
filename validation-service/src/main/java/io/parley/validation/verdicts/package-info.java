/** From what the assertions say to the verdict of an execution. */
@NullMarked
package io.parley.validation.verdicts;

import org.jspecify.annotations.NullMarked;
