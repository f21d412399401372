package io.parley.auth.passkeys;

import java.time.Duration;

/** What every exchange with a browser has in common. */
final class Challenge {

    /** How long one can be answered, by whoever looks for the device first. */
    static final Duration TIME = Duration.ofMinutes(5);

    /** The only type of credential that there is. */
    static final String TYPE = "public-key";

    private Challenge() {}
}
