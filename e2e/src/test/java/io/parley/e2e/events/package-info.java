/** Events of interactions on the running platform: who sends them, and what the database has of them. */
@NullMarked
package io.parley.e2e.events;

import org.jspecify.annotations.NullMarked;
