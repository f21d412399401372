/** Who may do what: every operation of the API is asked by everybody, and answers as docs/access.md says. */
@NullMarked
package io.parley.e2e.access;

import org.jspecify.annotations.NullMarked;
