package io.parley.auth.keys;

import java.util.List;

/** The keys that tokens can be verified with (RFC 7517, section 5). */
record JwkSet(List<Jwk> keys) {}
