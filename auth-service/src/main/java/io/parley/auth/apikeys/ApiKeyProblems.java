package io.parley.auth.apikeys;

import io.parley.platform.problems.ProblemType;

final class ApiKeyProblems {

    static final ProblemType API_KEY_NOT_FOUND = new ProblemType("api-key-not-found", 404, "No such API key");
    static final ProblemType API_KEY_REFUSED =
            new ProblemType("api-key-refused", 401, "The API key is unknown, expired or revoked");

    private ApiKeyProblems() {}
}
