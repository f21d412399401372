/** {@code parley keys}: what the platform signs access tokens with. */
@NullMarked
package io.parley.cli.keys;

import org.jspecify.annotations.NullMarked;
