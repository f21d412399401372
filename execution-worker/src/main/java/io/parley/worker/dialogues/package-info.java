/** What every kind of target has in common for a conversation: a driver opens a dialogue, a dialogue says and listens. */
@NullMarked
package io.parley.worker.dialogues;

import org.jspecify.annotations.NullMarked;
