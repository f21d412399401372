/** Private PostgreSQL, RabbitMQ and Redis on this machine, for {@code parley up}, the tests and the benchmarks. */
@NullMarked
package io.parley.backing;

import org.jspecify.annotations.NullMarked;
