/** Registered systems under test: what runs talk to. */
@NullMarked
package io.parley.run.targets;

import org.jspecify.annotations.NullMarked;
