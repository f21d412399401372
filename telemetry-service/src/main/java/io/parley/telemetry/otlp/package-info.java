/** Traces of instrumented assistants, by OTLP over HTTP: each operation of generative AI becomes events. */
@NullMarked
package io.parley.telemetry.otlp;

import org.jspecify.annotations.NullMarked;
