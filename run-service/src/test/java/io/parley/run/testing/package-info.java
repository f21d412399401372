/** What tests of run-service share: a client of its API, suites to import, and a hand-driven worker. */
@NullMarked
package io.parley.run.testing;

import org.jspecify.annotations.NullMarked;
