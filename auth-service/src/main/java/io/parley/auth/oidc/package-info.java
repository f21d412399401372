/** What providers of identity are asked, by OpenID Connect, and what of their answers is believed. */
@NullMarked
package io.parley.auth.oidc;

import org.jspecify.annotations.NullMarked;
