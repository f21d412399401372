/** Whatever dies while a run is under way, at its end every case is accounted for exactly once. */
@NullMarked
package io.parley.e2e.faults;

import org.jspecify.annotations.NullMarked;
