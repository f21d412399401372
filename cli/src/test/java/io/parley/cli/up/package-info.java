@NullMarked
package io.parley.cli.up;

import org.jspecify.annotations.NullMarked;
