/** Answers what the user said, so that suites can be tried without an assistant. */
@NullMarked
package io.parley.worker.echo;

import org.jspecify.annotations.NullMarked;
