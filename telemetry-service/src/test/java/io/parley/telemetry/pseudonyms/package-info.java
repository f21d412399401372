/** Tests of pseudonyms, and pseudonyms for tests. */
@NullMarked
package io.parley.telemetry.pseudonyms;

import org.jspecify.annotations.NullMarked;
