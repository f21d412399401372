/**
 * Talks to models over the API of OpenAI's chat completions: keeps the conversation's history, answers the calls of the tools
 * that the case declares, and reports usage, cost and the reason to stop.
 */
@NullMarked
package io.parley.worker.chat;

import org.jspecify.annotations.NullMarked;
