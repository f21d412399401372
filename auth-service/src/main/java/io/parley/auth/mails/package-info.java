/** Mails: written as rows by the statements that have something to tell, and sent or kept from there. */
@NullMarked
package io.parley.auth.mails;

import org.jspecify.annotations.NullMarked;
