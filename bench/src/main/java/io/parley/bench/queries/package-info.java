/** How long questions about very many events take. */
@NullMarked
package io.parley.bench.queries;

import org.jspecify.annotations.NullMarked;
