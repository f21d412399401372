/** What a user proves by reading a mail: that the address is theirs, and that they may set a new password. */
@NullMarked
package io.parley.auth.recovery;

import org.jspecify.annotations.NullMarked;
