package io.parley.e2e.access;

import io.parley.e2e.api.Answer;
import io.parley.e2e.api.Api;

/** An operation that somebody asks of somebody else's belongings. */
record Attempt(Operation operation, Rule rule, Credential credential) {

    private static final int SUCCESS = 2;

    Answer ask(Api anybody, Samples samples, Belongings belongings) {
        Api api = credential.token() == null ? anybody : anybody.with(credential.token());
        return api.send(
                operation.method(),
                belongings.in(operation.path() + samples.query(operation)),
                operation.mediaType(),
                belongings.in(samples.body(operation)));
    }

    /** What is wrong with the answer; empty if it is as the rule has it. */
    String complaint(Answer answer, Belongings belongings) {
        int expected = credential.expects(rule);
        String asked = rule.operation() + " with " + credential.name();
        if (answer.status() != expected) {
            return asked + ": " + expected + " expected, came " + answer.status() + " " + answer.body();
        }
        boolean tells = answer.status() / 100 == SUCCESS && belongings.areToldIn(answer.body());
        return tells ? asked + ": tells what belongs to others: " + answer.body() : "";
    }
}
