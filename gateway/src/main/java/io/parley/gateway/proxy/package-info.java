/** Requests and answers on their way between a client and a service. */
@NullMarked
package io.parley.gateway.proxy;

import org.jspecify.annotations.NullMarked;
