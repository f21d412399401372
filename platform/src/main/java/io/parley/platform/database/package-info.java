/** How every service with a database talks to it. */
@NullMarked
package io.parley.platform.database;

import org.jspecify.annotations.NullMarked;
