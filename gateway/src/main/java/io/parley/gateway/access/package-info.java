/** Who may pass: access tokens, and API keys that are exchanged for them. */
@NullMarked
package io.parley.gateway.access;

import org.jspecify.annotations.NullMarked;
