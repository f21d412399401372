/** Verdicts of people and of models, and what is judged again. */
@NullMarked
package io.parley.e2e.verdicts;

import org.jspecify.annotations.NullMarked;
