/** What the command asks: the part of the platform's API that a run needs, for one caller on this machine. */
@NullMarked
package io.parley.local.door;

import org.jspecify.annotations.NullMarked;
