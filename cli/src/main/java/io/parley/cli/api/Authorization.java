package io.parley.cli.api;

/** What requests prove their sender with. */
sealed interface Authorization permits ApiKey, Session {

    String HEADER = "Authorization";

    /** Value of the header. */
    String value();

    /** Gets a new one after a refusal; false if there is none to be had. */
    boolean renew();
}
