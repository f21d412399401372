/** Workspaces and the roles of their members. */
@NullMarked
package io.parley.auth.workspaces;

import org.jspecify.annotations.NullMarked;
