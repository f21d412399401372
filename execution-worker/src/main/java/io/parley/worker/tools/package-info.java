/** Tools of a case, which the worker answers in their place when an agent calls them. */
@NullMarked
package io.parley.worker.tools;

import org.jspecify.annotations.NullMarked;
