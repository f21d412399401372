/**
 * Files of Botium: read to {@link io.parley.run.botium.Convo convos}, partial ones included, multiplied by scripting memory and
 * utterances as Botium does it, then written as cases.
 */
@NullMarked
package io.parley.run.botium;

import org.jspecify.annotations.NullMarked;
