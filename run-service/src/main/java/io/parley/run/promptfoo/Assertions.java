package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assertions of one case as Parley has them. */
final class Assertions {

    private static final double MOST_WEIGHT = 1_000;
    private static final Set<String> JUDGED = Set.of(
            "llm-rubric",
            "model-graded-closedqa",
            "factuality",
            "model-graded-factuality",
            "answer-relevance",
            "conversation-relevance",
            "context-recall",
            "context-faithfulness",
            "context-relevance",
            "g-eval");

    /** Of what a provider reports beside the answer, which no transform changes. */
    private static final Set<String> REPORTED = Set.of("latency", "cost", "finish-reason");

    private static final Pattern FILE = Pattern.compile("file://(.+?)(?::(\\w+))?");
    private static final Pattern JAVASCRIPT = Pattern.compile(".*\\.(?:js|cjs|mjs)");
    private static final Pattern PROGRAM = Pattern.compile(".*\\.(?:js|cjs|mjs|ts|py|rb)");
    private static final Pattern TAKES_OTHERS =
            Pattern.compile("\\brequire\\s*\\(|^[ \\t]*import\\b", Pattern.MULTILINE);
    private static final String TRANSFORM = "transform";

    private final Folder folder;
    private final TestCase test;
    private final Values values;
    private final @Nullable Provider provider;
    private final Translation rules;
    private final Judges judges;

    Assertions(Folder folder, TestCase test, Values values, @Nullable Provider provider) {
        this.folder = folder;
        this.test = test;
        this.values = values;
        this.provider = provider;
        this.rules = new Translation(folder, values, provider != null && provider.isChat());
        this.judges = new Judges(test, values);
    }

    /** Those that decide anything: one whose weight is 0 never does. */
    ArrayNode all() {
        return all(test.assertions());
    }

    private ArrayNode all(List<Piece> written) {
        ArrayNode all = Json.NODES.arrayNode();
        written.stream().flatMap(each -> one(each).stream()).forEach(all::add);
        return all;
    }

    private Optional<ObjectNode> one(Piece written) {
        try {
            double weight = weight(written);
            return weight == 0 ? Optional.empty() : translated(written).map(assertion -> weighing(assertion, weight));
        } catch (Unsupported unsupported) {
            return Optional.of(unsupported.assertion());
        } catch (Refused refused) {
            Piece at = refused.at();
            folder.mistakes().add(at.file(), at.line(), String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private static double weight(Piece written) {
        Piece weight = written.get("weight");
        double weighs = weight.isThere() ? weight.value().asDouble(-1) : 1;
        if (weighs < 0 || weighs > MOST_WEIGHT) {
            throw new Refused(weight, "weight must be a number from 0 to 1,000");
        }
        return weighs;
    }

    private static ObjectNode weighing(ObjectNode assertion, double weight) {
        return weight == 1 ? assertion : assertion.put("weight", weight);
    }

    private Optional<ObjectNode> translated(Piece written) {
        if (!written.get("type").isText()) {
            throw new Refused(written, "an assertion needs a type, such as type: contains");
        }
        return written.get("type").text().equals("assert-set") ? set(written) : Optional.of(single(written));
    }

    private Optional<ObjectNode> set(Piece written) {
        ArrayNode parts = all(written.get("assert").elements());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Threshold.of(written)
                .map(threshold -> Json.object().put("threshold", threshold))
                .map(enough -> Json.object("weighted", enough.set("of", parts)))
                .orElseGet(() -> Json.object("all", parts)));
    }

    private ObjectNode single(Piece written) {
        Assertion named = Assertion.of(written, written.get("value"));
        AssertionNames.unsupported(named.type()).ifPresent(needs -> {
            throw new Unsupported(named.type() + ", which needs " + needs);
        });
        if (!AssertionNames.isKnown(named.type())) {
            throw new Unsupported("the assertion " + named.type() + ", which is not known here");
        }
        refuseEnvironment(written);
        if (named.type().equals("javascript")) {
            return Json.object().put("javascript", javascript(named));
        }
        Assertion assertion = Assertion.of(written, content(named.value()));
        ObjectNode translated = translated(assertion);
        return assertion.inverse() ? Json.object("not", translated) : translated;
    }

    private ObjectNode translated(Assertion assertion) {
        List<String> transforms = REPORTED.contains(assertion.type()) ? List.of() : transforms(assertion);
        if (!transforms.isEmpty()) {
            return rules.script(assertion, transforms);
        }
        return JUDGED.contains(assertion.type()) ? judges.translate(assertion) : rules.translate(assertion);
    }

    private String javascript(Assertion assertion) {
        Piece value = assertion.value();
        String function = Folder.isReference(value) ? module(value, "get_assert") : Script.function(assertion.text());
        return new Script(values, transforms(assertion)).of(function, assertion.inverse(), assertion.threshold());
    }

    /** Of the provider, of the test and of the assertion, in the order in which they change the answer. */
    private List<String> transforms(Assertion assertion) {
        List<String> transforms = new ArrayList<>();
        if (provider != null && provider.transform() != null) {
            transforms.add(TemplateText.literal(Script.function(provider.transform())));
        }
        Stream.of(
                        test.option(TRANSFORM).or(() -> test.option("postprocess")),
                        Optional.of(assertion.at().get(TRANSFORM)).filter(Piece::isThere))
                .flatMap(Optional::stream)
                .forEach(code -> transforms.add(
                        Folder.isReference(code)
                                ? module(code, "get_transform")
                                : TemplateText.literal(Script.function(code.text()))));
        return transforms;
    }

    private String module(Piece reference, String usual) {
        var named = FILE.matcher(reference.text());
        if (!named.matches() || !JAVASCRIPT.matcher(named.group(1)).matches()) {
            throw new Unsupported("the program " + reference.text());
        }
        String path = folder.named(reference.holding(Json.NODES.textNode(named.group(1)))).stream()
                .findFirst()
                .orElseThrow(() -> new Unsupported("the program " + reference.text()));
        String code = folder.text(path);
        if (TAKES_OTHERS.matcher(code).find()) {
            throw new Unsupported("the program " + path + ", which takes in others");
        }
        return Script.module(code, named.group(2) == null ? usual : named.group(2));
    }

    /** A value may stand in a file of its own. */
    private Piece content(Piece value) {
        if (!Folder.isReference(value)) {
            return value;
        }
        if (PROGRAM.matcher(value.text().replaceAll(":\\w+$", "")).matches()) {
            throw new Unsupported("a value from the program " + value.text());
        }
        return folder.named(value).stream()
                .findFirst()
                .flatMap(path -> Folder.isParsed(path)
                        ? folder.parsed(path)
                        : Optional.of(value.holding(
                                Json.NODES.textNode(folder.text(path).strip()))))
                .orElse(value);
    }

    private static void refuseEnvironment(Piece written) {
        TemplateText.environment(written.value().toString()).ifPresent(name -> {
            throw new Unsupported("the environment variable " + name);
        });
    }
}
