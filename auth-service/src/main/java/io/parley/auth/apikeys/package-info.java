/** API keys of a workspace, and their exchange for access tokens. */
@NullMarked
package io.parley.auth.apikeys;

import org.jspecify.annotations.NullMarked;
