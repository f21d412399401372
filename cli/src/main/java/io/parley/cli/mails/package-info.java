/** {@code parley mails}: what a platform without a mail server has written. */
@NullMarked
package io.parley.cli.mails;

import org.jspecify.annotations.NullMarked;
