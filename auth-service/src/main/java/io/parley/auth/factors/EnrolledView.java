package io.parley.auth.factors;

/**
 * What an authenticator is set up with, shown this once.
 *
 * @param secret in Base32, for people
 * @param uri {@code otpauth://}, for a picture
 */
record EnrolledView(String secret, String uri) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "EnrolledView[]";
    }
}
