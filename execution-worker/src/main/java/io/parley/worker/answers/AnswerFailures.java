package io.parley.worker.answers;

import io.parley.worker.BrokenOff;

/** Every way in which a response holds no answer: the code, and the sentence that people read. */
final class AnswerFailures {

    private AnswerFailures() {}

    static BrokenOff invalidPointer(String pointer) {
        return new BrokenOff(
                "target-answer-invalid",
                "the target's answer '%s' is no JSON Pointer; it must look like /reply/text".formatted(pointer));
    }

    static BrokenOff notJson(String excerpt) {
        return new BrokenOff(
                "answer-not-json", "the answer is no JSON, but a value in it is looked for" + said(excerpt));
    }

    static BrokenOff missing(String pointer, String excerpt) {
        return new BrokenOff(
                "answer-missing",
                "the answer has nothing at %s; correct the target's answer pointer%s"
                        .formatted(pointer, said(excerpt)));
    }

    private static String said(String excerpt) {
        return excerpt.isBlank() ? " (it is empty)" : "; it begins with: " + excerpt;
    }
}
