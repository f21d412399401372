/** Suites carried out in one process, in memory, without a platform. */
@NullMarked
package io.parley.local;

import org.jspecify.annotations.NullMarked;
