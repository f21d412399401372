/** The pseudonyms under which subjects are stored, so that nothing stored tells whom it is about. */
@NullMarked
package io.parley.telemetry.pseudonyms;

import org.jspecify.annotations.NullMarked;
