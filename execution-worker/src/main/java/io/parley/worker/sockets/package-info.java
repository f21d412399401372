/**
 * Talks to assistants on WebSockets: a connection for each conversation, to an address that was checked, and an answer that is
 * complete by a pattern, a number of messages or silence.
 */
@NullMarked
package io.parley.worker.sockets;

import org.jspecify.annotations.NullMarked;
