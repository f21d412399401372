/** The second factor of a login: codes that change by time, and codes for who has lost what shows them. */
@NullMarked
package io.parley.auth.factors;

import org.jspecify.annotations.NullMarked;
