package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.parley.run.targets.DefinitionReader;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A suite file without mistakes.
 *
 * @param target that its runs talk to when they do not name another
 */
record SuiteFile(String source, String name, WrittenTarget target, Gate gate, List<WrittenCase> written) {

    /** So many mistakes are told; who fixes these sees the next. */
    static final int MAX_MISTAKES = 1_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a file, which is slow work for a thread of its own. A file with mistakes is a problem that names every one
     * with its line.
     */
    static SuiteFile read(byte[] bytes, SuiteSchema schema, DefinitionReader definitions, ObjectMapper json) {
        String source = text(bytes);
        Document document = Document.read(source);
        List<FieldError> mistakes = mistakes(document, schema, definitions);
        if (!mistakes.isEmpty()) {
            throw invalid(mistakes);
        }
        JsonNode suite = document.value();
        ObjectNode models = WrittenModels.of(suite, json);
        return new SuiteFile(
                source,
                suite.get("name").asText(),
                WrittenTarget.of(suite),
                Gate.of(suite.path("gate")),
                suite.get("cases")
                        .valueStream()
                        .map(written -> WrittenCase.of(written, suite, models, json))
                        .toList());
    }

    /** SHA-256 of the text. */
    Buffer hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How much the file comes to, lists of variables multiplied out. */
    Totals totals() {
        int cases = 0;
        int executions = 0;
        long turns = 0;
        Duration budget = Duration.ZERO;
        for (WrittenCase each : written) {
            int times = each.count() * each.repeat();
            cases += each.count();
            executions += times;
            turns += (long) times * each.turns();
            budget = budget.plus(each.budget().multipliedBy(times));
        }
        return new Totals(cases, executions, turns, budget);
    }

    /**
     * How much a suite comes to.
     *
     * @param executions cases times their repeats
     * @param turns of all executions
     * @param budget the time that all executions may take, one after another
     */
    record Totals(int cases, int executions, long turns, Duration budget) {}

    /** The cases, lists of variables multiplied out, made one by one as they are asked for. */
    Stream<Case> cases() {
        return written.stream().flatMap(WrittenCase::cases);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw SuiteProblems.malformed("the file is not UTF-8");
        }
    }

    private static List<FieldError> mistakes(Document document, SuiteSchema schema, DefinitionReader definitions) {
        List<FieldError> mistakes = new ArrayList<>(document.mistakes());
        mistakes.addAll(schema.mistakes(document));
        Set<String> refused = new HashSet<>();
        mistakes.forEach(mistake -> refused.add(mistake.field()));
        Stream.concat(
                        SuiteChecks.mistakes(document, schema).stream(),
                        WrittenTarget.mistakes(document, definitions).stream())
                .filter(mistake -> !refused.contains(mistake.field()))
                .forEach(mistakes::add);
        mistakes.sort(Comparator.comparing(
                mistake -> mistake.line() == null ? 0 : mistake.line(), Comparator.naturalOrder()));
        return mistakes;
    }

    private static Problem invalid(List<FieldError> mistakes) {
        if (mistakes.size() <= MAX_MISTAKES) {
            return SuiteProblems.INVALID.problem(mistakes);
        }
        List<FieldError> told = new ArrayList<>(mistakes.subList(0, MAX_MISTAKES));
        told.add(new FieldError("", (mistakes.size() - MAX_MISTAKES) + " more mistakes are not shown"));
        return SuiteProblems.INVALID.problem(told);
    }
}
