/** Users, workspaces, sessions, tokens and API keys. */
@NullMarked
package io.parley.auth;

import org.jspecify.annotations.NullMarked;
