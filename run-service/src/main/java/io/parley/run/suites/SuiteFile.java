package io.parley.run.suites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.local.ForLocal;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.Problem;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A suite file without mistakes.
 *
 * @param data texts of the files that its cases take rows of, by their paths
 * @param target that its runs talk to when they do not name another
 * @param simulators models that play users of its cases
 */
@ForLocal
public record SuiteFile(
        String source,
        SortedMap<String, String> data,
        String name,
        WrittenTarget target,
        Gate gate,
        List<Simulator> simulators,
        List<WrittenCase> written) {

    /** So many mistakes are told; who fixes these sees the next. */
    static final int MAX_MISTAKES = 1_000;

    /**
     * Reads a file, which is slow work for a thread of its own. A file with mistakes is a problem that names every one
     * with its line.
     */
    static SuiteFile read(SuiteText text, SuiteRules rules) {
        Document document = Document.read(text.source());
        SuiteData data = SuiteData.read(document, text);
        List<FieldError> mistakes = rules.mistakes(document, data);
        if (!mistakes.isEmpty()) {
            throw invalid(mistakes);
        }
        JsonNode suite = document.value();
        ObjectNode models = WrittenModels.of(suite, rules.json());
        return new SuiteFile(
                text.source(),
                data.texts(),
                suite.get("name").asText(),
                WrittenTarget.of(suite),
                Gate.of(suite.path("gate")),
                WrittenSimulations.models(suite, models, rules.json()),
                cases(suite, data, models, rules.json()));
    }

    private static List<WrittenCase> cases(JsonNode suite, SuiteData data, ObjectNode models, ObjectMapper json) {
        List<WrittenCase> cases = new ArrayList<>();
        for (JsonNode written : suite.get("cases")) {
            cases.add(WrittenCase.of(written, data.rows(cases.size()), suite, models, json));
        }
        return cases;
    }

    /** SHA-256 of the text, and of those that it takes rows of. */
    Buffer hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            data.forEach((path, text) -> digest.update((path + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8)));
            return Buffer.buffer(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How much the file comes to, lists of variables multiplied out. */
    public Totals totals() {
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
    public record Totals(int cases, int executions, long turns, Duration budget) {}

    /** The cases, lists of variables multiplied out, made one by one as they are asked for. */
    public Stream<Case> cases() {
        return written.stream().flatMap(WrittenCase::cases);
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
