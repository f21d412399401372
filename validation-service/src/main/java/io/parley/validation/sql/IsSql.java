package io.parley.validation.sql;

import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.AssertionType;
import io.parley.validation.assertions.Fields;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.MalformedAssertion;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Question;
import io.parley.validation.assertions.Quote;
import io.parley.validation.assertions.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code is-sql}: the whole answer is SQL, of some dialect that JSqlParser knows.
 *
 * @param allowed the only kinds of statements that it may hold; empty for any
 */
public record IsSql(List<String> allowed) implements Question {

    public static final AssertionType TYPE = AssertionType.of("is-sql", """
            {
              "title": "The answer is SQL",
              "description": "One statement or several, of some dialect, with nothing before or after them. For the opposite write {not: {is-sql: true}}.",
              "type": ["boolean", "object"],
              "not": {"const": false},
              "required": ["statements"],
              "additionalProperties": false,
              "x-messages": {
                "type": "must be true or a map such as {statements: [select]}",
                "not": "must be true or a map; for the opposite put it under not",
                "additionalProperties": "unknown key {0}; known is statements"
              },
              "properties": {
                "statements": {
                  "title": "The only kinds of statements that it may hold",
                  "description": "Those in a WITH count too.",
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {"enum": ["select", "insert", "update", "delete", "merge"]}
                }
              },
              "examples": [{"is-sql": {"statements": ["select"]}}, {"is-sql": true}]
            }
            """, (fields, reading) -> of(fields));

    private static final String KEY = "is-sql";
    private static final String STATEMENTS = "statements";
    private static final Set<String> KINDS = Set.of("select", "insert", "update", "delete", "merge");

    private static IsSql of(Fields fields) {
        if (!(fields.value(KEY) instanceof Map<?, ?>)) {
            fields.requireTrue(KEY);
            return new IsSql(List.of());
        }
        Fields options = fields.fields(KEY);
        options.allowOnly(Set.of(STATEMENTS));
        List<String> allowed = options.allWanted(STATEMENTS);
        if (!KINDS.containsAll(allowed)) {
            throw new MalformedAssertion("statements must be of select, insert, update, delete and merge");
        }
        return new IsSql(allowed);
    }

    @Override
    public List<Need<?>> needs(Subject subject) {
        return List.of(text(subject));
    }

    @Override
    public Finding check(Subject subject, Answers answers) {
        return switch (answers.to(text(subject))) {
            case Sql.Mistake(String mistake) ->
                Finding.of(
                        false,
                        subject.jsonName() + " is not SQL, " + mistake + ": " + Quote.of(subject.jsonText()),
                        Map.of("mistake", mistake));
            case Sql.Statements(List<String> kinds) -> told(subject, kinds);
        };
    }

    private Finding told(Subject subject, List<String> kinds) {
        Optional<String> other = kinds.stream()
                .filter(kind -> !allowed.isEmpty() && !allowed.contains(kind))
                .findFirst();
        return other.map(kind -> Finding.of(
                        false,
                        subject.jsonName() + " holds a statement that is no " + String.join(" or ", allowed) + " but "
                                + kind + ": " + Quote.of(subject.jsonText()),
                        Map.of(STATEMENTS, kinds)))
                .orElseGet(() -> Finding.of(true, subject.jsonName() + " is SQL", Map.of(STATEMENTS, kinds)));
    }

    private static SqlText text(Subject subject) {
        return new SqlText(subject.jsonText(), subject.effort());
    }
}
