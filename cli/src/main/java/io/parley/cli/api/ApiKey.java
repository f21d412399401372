package io.parley.cli.api;

/** An API key; what is refused stays refused. */
record ApiKey(String key) implements Authorization {

    @Override
    public String value() {
        return "ApiKey " + key;
    }

    @Override
    public boolean renew() {
        return false;
    }
}
