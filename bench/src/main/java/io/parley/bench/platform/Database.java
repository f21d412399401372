package io.parley.bench.platform;

/**
 * The platform's database as its administrator reaches it.
 *
 * @param url without user and password
 */
public record Database(String url, String user, String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
