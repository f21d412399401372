/** Tells whoever watches a run how it stands, as it changes. */
@NullMarked
package io.parley.run.progress;

import org.jspecify.annotations.NullMarked;
