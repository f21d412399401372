package io.parley.bench.platform;

/** The first owner of a platform, as they log in. */
public record Owner(String email, String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Owner[" + email + "]";
    }
}
