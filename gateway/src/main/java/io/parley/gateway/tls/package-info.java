/** Encrypted connections from clients. */
@NullMarked
package io.parley.gateway.tls;

import org.jspecify.annotations.NullMarked;
