package io.parley.run.evals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.foreign.Wording;
import io.parley.run.rows.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One eval as a suite: a case of one turn for each sample. */
final class EvalSuite {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What a turn holds. */
    private static final int LONGEST_INPUT = 32_768;

    /** What sets the model and not the eval, or is read here. */
    private static final Set<String> UNDERSTOOD =
            Set.of(Eval.SAMPLES, "max_tokens", "temperature", "ignore_case", "num_few_shot", "few_shot_jsonl");

    private final Eval eval;
    private final SourceFiles files;
    private final Mistakes mistakes;
    private final Scoring scoring;
    private final Prompts prompts;

    EvalSuite(Eval eval, SourceFiles files, Mistakes mistakes) {
        this.eval = eval;
        this.files = files;
        this.mistakes = mistakes;
        this.scoring = Scoring.of(eval);
        this.prompts = Prompts.of(eval, files, mistakes);
    }

    List<Row> samples() {
        String named = eval.args().get(Eval.SAMPLES);
        if (named == null) {
            mistakes.add(
                    eval.file(),
                    eval.line(),
                    eval.id() + " names no samples; they belong under args, as " + Eval.SAMPLES);
            return List.of();
        }
        return Samples.named(named, eval, files, mistakes);
    }

    /** @param most characters that the suite may have; a suite of more is a mistake, and ends there */
    ForeignSuite suite(List<Row> samples, long most) {
        ObjectNode suite = NODES.objectNode();
        suite.put("parley", 1);
        suite.put("name", eval.id());
        ArrayNode cases = suite.putArray("cases");
        long characters = 0;
        for (int index = 0; index < samples.size() && characters <= most; index++) {
            ObjectNode written = written(index, samples.get(index));
            characters += written.toString().length();
            cases.add(written);
        }
        if (characters > most) {
            mistakes.add(
                    eval.file(),
                    eval.line(),
                    "%s comes, with what is before it, to more than 10 MiB; import fewer at a time"
                            .formatted(eval.id()));
        }
        return new ForeignSuite(suite);
    }

    private ObjectNode written(int index, Row sample) {
        ObjectNode written = NODES.objectNode();
        written.put("name", eval.sampleNames() + "." + index);
        ObjectNode turn = written.putArray("turns").addObject();
        prompts.text(sample.values().path("input"))
                .or(() -> unsupported().map(what -> sample.values().toString()))
                .ifPresentOrElse(
                        text -> turn.put("user", said(text, sample)),
                        () -> mistaken(sample, "input must be a text or a list of messages with role and content"));
        ArrayNode expect = turn.putArray("expect");
        unsupported().ifPresentOrElse(what -> expect.add(Expected.unsupported(what)), () -> score(sample, expect));
        return written;
    }

    private String said(String text, Row sample) {
        String said = Wording.verbatim(text);
        if (said.isEmpty() || said.length() > LONGEST_INPUT) {
            mistaken(sample, "input must have 1 to %d characters, has %d".formatted(LONGEST_INPUT, said.length()));
        }
        return said;
    }

    private Optional<String> unsupported() {
        return scoring == Scoring.UNKNOWN
                ? Optional.of("the eval " + eval.type())
                : eval.args().keySet().stream()
                        .filter(arg -> !UNDERSTOOD.contains(arg))
                        .findFirst()
                        .map(arg -> "the argument %s of %s".formatted(arg, eval.type()));
    }

    private void score(Row sample, ArrayNode expect) {
        JsonNode ideal = sample.values().path("ideal");
        List<String> ideals = ideal.isTextual()
                ? List.of(ideal.textValue())
                : ideal.valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList();
        if (!ideal.isTextual() && !(ideal.isArray() && ideals.size() == ideal.size())) {
            mistaken(sample, "ideal must be a text or a list of texts");
        } else {
            scoring.mistake(ideals).ifPresent(mistake -> mistaken(sample, mistake));
            expect.add(
                    scoring.assertion(ideals, Boolean.parseBoolean(eval.args().get("ignore_case"))));
        }
    }

    private void mistaken(Row sample, String message) {
        String file = Optional.ofNullable(eval.args().get(Eval.SAMPLES))
                .flatMap(named -> Samples.find(named, eval, files))
                .orElse(eval.file());
        mistakes.add(file, sample.line(), message);
    }
}
