/** The account of who looked at what personal data. */
@NullMarked
package io.parley.telemetry.reads;

import org.jspecify.annotations.NullMarked;
