/** Login, refresh and logout. */
@NullMarked
package io.parley.auth.sessions;

import org.jspecify.annotations.NullMarked;
