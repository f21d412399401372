package io.parley.validation.judges;

import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.stream.Stream;

/** An assertion that judges decide: what is common to all of them. */
interface Judged extends Question {

    Prompt prompt();

    Jury jury();

    /** What the judges look at. */
    CaseFile caseFile(Subject subject);

    @Override
    default List<Need<?>> needs(Subject subject) {
        return asked(subject).<Need<?>>map(asked -> asked).toList();
    }

    @Override
    default Finding check(Subject subject, Answers answers) {
        return new Ballot(asked(subject).map(answers::to).toList(), jury().threshold()).finding();
    }

    private Stream<Asked> asked(Subject subject) {
        String document = caseFile(subject).json();
        return jury().models().stream().map(model -> new Asked(subject.origin(), model, prompt(), document));
    }
}
