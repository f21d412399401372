/** Secrets of targets, opened at use and kept out of everything that is written down. */
@NullMarked
package io.parley.worker.secrets;

import org.jspecify.annotations.NullMarked;
