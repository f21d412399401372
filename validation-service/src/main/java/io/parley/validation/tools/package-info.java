/** Assertions on what the target reports to have done and shown: tools, steps, buttons, cards, media. No framework, no I/O. */
@NullMarked
package io.parley.validation.tools;

import org.jspecify.annotations.NullMarked;
