/** Events that must be published exactly when a transaction committed. */
@NullMarked
package io.parley.platform.outbox;

import org.jspecify.annotations.NullMarked;
