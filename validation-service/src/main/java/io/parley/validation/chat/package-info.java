/** Asks language models, over any endpoint that speaks OpenAI's chat completions. */
@NullMarked
package io.parley.validation.chat;

import org.jspecify.annotations.NullMarked;
