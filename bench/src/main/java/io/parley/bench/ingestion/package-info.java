/** How fast telemetry is taken in, from the request to the committed row. */
@NullMarked
package io.parley.bench.ingestion;

import org.jspecify.annotations.NullMarked;
