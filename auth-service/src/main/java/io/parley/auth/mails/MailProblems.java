package io.parley.auth.mails;

import io.parley.platform.problems.ProblemType;

final class MailProblems {

    static final ProblemType MAILS_ARE_SENT =
            new ProblemType("mails-are-sent", 409, "A mail server is set, so mails are sent and not kept");

    private MailProblems() {}
}
