/** What the way through the gateway costs: processor time of requests, memory of bodies and of idle connections. */
@NullMarked
package io.parley.bench.gateway;

import org.jspecify.annotations.NullMarked;
