/** What the door itself answers: problems. */
@NullMarked
package io.parley.gateway.answers;

import org.jspecify.annotations.NullMarked;
