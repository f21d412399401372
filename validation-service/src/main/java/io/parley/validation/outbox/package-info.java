/** Events that are published because a transaction of this service committed. */
@NullMarked
package io.parley.validation.outbox;

import org.jspecify.annotations.NullMarked;
