/** The suites that were read, and what they are about. */
@NullMarked
package io.parley.local.suites;

import org.jspecify.annotations.NullMarked;
