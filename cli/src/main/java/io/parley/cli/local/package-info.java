/** Suites carried out without a platform. */
@NullMarked
package io.parley.cli.local;

import org.jspecify.annotations.NullMarked;
