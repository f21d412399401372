/** The platform under measurement: its life and its public API. */
@NullMarked
package io.parley.bench.platform;

import org.jspecify.annotations.NullMarked;
