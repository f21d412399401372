package io.parley.auth.passkeys;

import io.parley.platform.problems.ProblemType;

final class PasskeyProblems {

    static final ProblemType OWNER_REFUSED =
            new ProblemType("passkey-owner-refused", 401, "The password or the code is wrong, or tried too often");
    static final ProblemType PASSKEY_REFUSED = new ProblemType("passkey-refused", 401, "The passkey is not accepted");
    static final ProblemType PASSKEY_NOT_FOUND = new ProblemType("passkey-not-found", 404, "No such passkey");
    static final ProblemType PASSKEY_KNOWN =
            new ProblemType("passkey-known", 409, "The passkey is registered, or the user has twenty of them already");

    private PasskeyProblems() {}
}
