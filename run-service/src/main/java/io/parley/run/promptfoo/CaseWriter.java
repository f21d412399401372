package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a case: one prompt with one combination of a test's variables. */
final class CaseWriter {

    private static final String TURNS = "turns";

    private final Folder folder;
    private final TestCase test;
    private final Prompt prompt;
    private final Values values;
    private final @Nullable Provider provider;

    CaseWriter(
            Folder folder, TestCase test, Prompt prompt, Map<String, JsonNode> variables, @Nullable Provider provider) {
        this.folder = folder;
        this.test = test;
        this.prompt = prompt;
        this.values = new Values(variables);
        this.provider = provider;
    }

    ObjectNode write(String name) {
        ObjectNode written = Json.object().put("name", name);
        List<String> metrics = metrics();
        if (!metrics.isEmpty()) {
            written.set("tags", Json.texts(metrics));
        }
        if (!values.plain().isEmpty()) {
            written.set("vars", values.plain());
        }
        ArrayNode expected = new Assertions(folder, test, values, provider).all();
        boolean decided = !expected.isEmpty();
        unsupported().forEach(what -> expected.add(Unsupported.assertion(what)));
        ArrayNode turns = written.putArray(TURNS);
        said().forEach(user -> turns.addObject().put("user", user));
        if (!expected.isEmpty()) {
            ((ObjectNode) turns.get(turns.size() - 1)).set("expect", expected);
        }
        if (!decided) {
            written.putArray("expect").add(undecided());
        }
        threshold().ifPresent(threshold -> written.put("threshold", threshold));
        return written;
    }

    /**
     * Where nothing is expected, an answer is enough; where nothing that is expected weighs anything, the score is 0, which reaches no
     * threshold.
     */
    private ObjectNode undecided() {
        ObjectNode answered = Json.object(TURNS, Json.object().put("min", 1));
        boolean scored = !test.assertions().isEmpty() && threshold().orElse(0.0) > 0;
        return scored ? Json.object("not", answered) : answered;
    }

    private Optional<Double> threshold() {
        return test.layers().reversed().stream()
                .flatMap(layer -> Threshold.of(layer).stream())
                .findFirst();
    }

    /** Turn by turn. */
    private List<String> said() {
        return messages()
                .map(messages -> messages.user().stream().map(values::in).toList())
                .orElseGet(() -> List.of(values.in(whole())));
    }

    /** The messages of the prompt, where they are said to somebody who is told messages. */
    private Optional<Messages> messages() {
        return provider != null && provider.isChat() ? Messages.of(prompt) : Optional.empty();
    }

    /** A prompt that is JSON is said as JSON, with the variables inside its texts. */
    private String whole() {
        String text = prefix("prefix") + prompt.text() + prefix("suffix");
        return Json.read(prompt.text())
                .filter(JsonNode::isContainerNode)
                .flatMap(JsonPrompt::template)
                .orElse(text);
    }

    private String prefix(String option) {
        return test.option(option).map(Piece::text).orElse("");
    }

    private List<String> metrics() {
        return test.assertions().stream()
                .flatMap(assertion -> Stream.concat(Stream.of(assertion), assertion.get("assert").elements().stream()))
                .map(assertion -> assertion.get("metric"))
                .filter(Piece::isThere)
                .map(metric -> "metric:" + metric.text().replaceAll("[^\\p{L}\\p{N}_.:/-]+", "-"))
                .filter(label -> label.length() <= 100)
                .distinct()
                .limit(50)
                .toList();
    }

    /** What the case asks for that nothing here can do. */
    private Stream<String> unsupported() {
        Optional<String> asked = Optional.ofNullable(provider)
                .filter(named -> named.target() == null)
                .map(named -> "the provider " + named.described());
        Optional<String> environment = TemplateText.environment(prefix("prefix") + prompt.text() + prefix("suffix"))
                .map(name -> "the environment variable " + name);
        return Stream.of(
                        asked,
                        environment,
                        Optional.ofNullable(prompt.unsupported()),
                        unsaid(),
                        values.unsupported(),
                        test.said("provider").map(named -> "a provider of the test's own"),
                        test.said("providerOutput").map(output -> "an answer that is given (providerOutput)"),
                        test.said("assertScoringFunction").map(function -> "a scoring function of its own"),
                        test.option("transformVars").map(code -> "transformVars"))
                .flatMap(Optional::stream);
    }

    /** A target of chat completions makes the messages itself, out of its system text and of turns. */
    private Optional<String> unsaid() {
        if (provider == null || !provider.isChat() || !Messages.isList(prompt)) {
            return Optional.empty();
        }
        boolean told = messages()
                .filter(messages -> provider.tells(messages.system()) && isPlain(messages.system()))
                .isPresent();
        return told
                ? Optional.empty()
                : Optional.of("a list of chat messages that are not one system text and the user's");
    }

    /** A target's template has the case's variables, and not what is set before the templates of the case. */
    private boolean isPlain(@Nullable String system) {
        return system == null || values.in(system).equals(system);
    }
}
