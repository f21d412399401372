package io.parley.bench.auth;

import io.vertx.core.Future;

/** Who gives tokens to a user and says what they are worth. */
interface TokenService {

    /** By name and password. */
    Future<Tokens> login();

    /** The tokens to go on with. */
    Future<Tokens> refresh(Tokens tokens);

    /** Asks about the access token; fails unless it is good. */
    Future<?> verify(Tokens tokens);
}
