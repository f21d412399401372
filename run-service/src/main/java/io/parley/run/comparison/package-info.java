/** Two runs of a suite compared case by case, and whether the difference is more than chance. */
@NullMarked
package io.parley.run.comparison;

import org.jspecify.annotations.NullMarked;
