package io.parley.validation.sql;

import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code contains-sql}: a fenced block of the text is SQL or, where it has no such block, the whole of it. */
public record ContainsSql() implements Question {

    public static final AssertionType TYPE = AssertionType.of("contains-sql", """
            {
              "title": "The text contains SQL",
              "description": "In a block fenced with backticks or tildes that names sql or no language; without such a block, as the whole text.",
              "const": true,
              "x-messages": {"const": "must be true; for the opposite put it under not"},
              "examples": [{"contains-sql": true}]
            }
            """, (fields, reading) -> {
        fields.requireTrue("contains-sql");
        return new ContainsSql();
    });

    private static final int MOST_BLOCKS = 20;

    @Override
    public List<Need<?>> needs(Subject subject) {
        return parts(subject).stream()
                .<Need<?>>map(part -> part)
                .limit(MOST_BLOCKS)
                .toList();
    }

    /** Of more blocks than are looked at, nobody knows whether one is SQL, nor whether none is. */
    @Override
    public Finding check(Subject subject, Answers answers) {
        List<SqlText> parts = parts(subject);
        Optional<SqlText> found = parts.stream()
                .limit(MOST_BLOCKS)
                .filter(part -> answers.to(part) instanceof Sql.Statements)
                .findFirst();
        return found.map(part -> holds(subject, part))
                .orElseGet(() -> parts.size() > MOST_BLOCKS ? tooMany(subject) : holdsNot(subject));
    }

    private static Finding holds(Subject subject, SqlText part) {
        return Finding.of(
                true,
                subject.name() + " contains SQL: " + Quote.of(part.text()),
                Map.of("found", Quote.plain(part.text())));
    }

    private static Finding holdsNot(Subject subject) {
        return Finding.of(false, subject.name() + " contains no SQL: " + Quote.of(subject.text(false)), Map.of());
    }

    private static Finding tooMany(Subject subject) {
        return Finding.error("%s has more than %d blocks that may be SQL, and the first %d are none"
                .formatted(subject.name(), MOST_BLOCKS, MOST_BLOCKS));
    }

    private static List<SqlText> parts(Subject subject) {
        String text = subject.text(false);
        List<String> blocks = CodeBlocks.of(text);
        return (blocks.isEmpty() ? List.of(text) : blocks)
                .stream()
                        .distinct()
                        .limit(MOST_BLOCKS + 1L)
                        .map(part -> new SqlText(part, subject.effort()))
                        .toList();
    }
}
