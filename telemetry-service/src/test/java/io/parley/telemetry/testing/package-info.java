/** What the tests of this service share: lines that can be cut, events, the API as a sender sees it. */
@NullMarked
package io.parley.telemetry.testing;

import org.jspecify.annotations.NullMarked;
