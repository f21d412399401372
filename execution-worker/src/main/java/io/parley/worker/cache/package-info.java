/**
 * Responses of targets, kept for a while where a case wants it, to stand for those to the same request after the same
 * conversation.
 */
@NullMarked
package io.parley.worker.cache;

import org.jspecify.annotations.NullMarked;
