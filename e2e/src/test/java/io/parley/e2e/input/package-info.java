/** Whatever is sent to the platform, or answered to it, gets a clear answer and leaves nothing half-done. */
@NullMarked
package io.parley.e2e.input;

import org.jspecify.annotations.NullMarked;
