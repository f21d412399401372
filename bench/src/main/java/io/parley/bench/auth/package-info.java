/** What tokens cost, here and at Keycloak. */
@NullMarked
package io.parley.bench.auth;

import org.jspecify.annotations.NullMarked;
