package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.ForeignSuite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the suites of a configuration: one for each of its providers, or one that leaves open whom to ask. */
final class SuiteWriter {

    private static final long LARGEST = 10 << 20;

    /** More are larger than that, however small each is. */
    private static final int MOST_CASES = 1_000_000;

    /** What a configuration has code for that may change every case. */
    private static final List<String> PROGRAMS = List.of("extensions", "nunjucksFilters");

    private final Piece config;
    private final Folder folder;
    private final Choice<Prompt> prompts;
    private final List<TestCase> tests;

    SuiteWriter(Piece config, Folder folder) {
        this.config = config;
        this.folder = folder;
        this.prompts =
                new Choice<>("prompts", Prompts.of(config, folder), prompt -> List.of(prompt.label(), prompt.text()));
        this.tests = TestList.of(config, folder);
    }

    List<ForeignSuite> write() {
        List<Provider> providers =
                Providers.of(config, folder).stream().map(this::told).toList();
        prompts.check(tests, folder);
        if (providers.isEmpty()) {
            return List.of(suite(OneLine.of(name()), null, numbers()));
        }
        return each(new Choice<>("providers", providers, provider -> List.of(provider.id(), provider.name())));
    }

    private List<ForeignSuite> each(Choice<Provider> providers) {
        providers.check(tests, folder);
        List<Provider> all = providers.all();
        List<List<Integer>> numbers = numbers(providers);
        return IntStream.range(0, all.size())
                .mapToObj(place -> suite(suiteName(all, place), all.get(place), numbers.get(place)))
                .toList();
    }

    private String suiteName(List<Provider> all, int place) {
        return all.size() == 1
                ? OneLine.of(name())
                : OneLine.of(name(), " [" + OneLine.of(all.get(place).name()) + "]");
    }

    /** Of all tests, from 1. */
    private List<Integer> numbers() {
        return IntStream.rangeClosed(1, tests.size()).boxed().toList();
    }

    /** Of the tests of each provider. */
    private List<List<Integer>> numbers(Choice<Provider> providers) {
        List<List<Integer>> numbers = providers.all().stream()
                .<List<Integer>>map(each -> new ArrayList<>())
                .toList();
        int cases = 0;
        for (int number : numbers()) {
            Collection<Integer> asked = providers.of(tests.get(number - 1));
            asked.forEach(place -> numbers.get(place).add(number));
            cases += asked.size();
            if (cases > MOST_CASES) {
                throw tooLarge();
            }
        }
        return numbers;
    }

    /** A chat target is told what all prompts begin with, if they all begin with the same. */
    private Provider told(Provider provider) {
        List<Optional<String>> systems = prompts.all().stream()
                .map(prompt -> Messages.of(prompt).flatMap(messages -> Optional.ofNullable(messages.system())))
                .distinct()
                .toList();
        return provider.isChat() && systems.size() == 1
                ? provider.told(systems.getFirst().orElse(null))
                : provider;
    }

    private String name() {
        Piece description = config.get("description");
        return description.isThere()
                ? description.text()
                : config.file().substring(config.file().lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    }

    private ForeignSuite suite(String name, @Nullable Provider provider, List<Integer> numbers) {
        ObjectNode suite = Json.object().put("parley", 1).put("name", name);
        if (provider != null && provider.target() != null) {
            suite.set("target", provider.target());
        }
        ObjectNode defaults = defaults();
        if (!defaults.isEmpty()) {
            suite.set("defaults", defaults);
        }
        suite.set("cases", cases(provider, numbers));
        return new ForeignSuite(suite);
    }

    private ObjectNode defaults() {
        Piece options = config.get("evaluateOptions");
        ObjectNode defaults = Json.object();
        if (options.get("timeoutMs").value().asLong() > 0) {
            defaults.put("timeout", options.get("timeoutMs").value().asLong() + "ms");
        }
        if (options.get("repeat").value().asInt() > 1) {
            defaults.put("repeat", options.get("repeat").value().asInt());
        }
        return defaults;
    }

    private ArrayNode cases(@Nullable Provider provider, List<Integer> numbers) {
        ArrayNode cases = Json.NODES.arrayNode();
        CaseNames names = new CaseNames();
        numbers.forEach(number -> write(number, provider, names, cases));
        return cases;
    }

    private void write(int number, @Nullable Provider provider, CaseNames names, ArrayNode cases) {
        TestCase test = tests.get(number - 1);
        Collection<Integer> chosen = prompts.of(test);
        for (Map<String, JsonNode> variables : Combinations.of(test, folder)) {
            for (int place : chosen) {
                String name = names.unique(caseName(test, number, variables), behind(place));
                Prompt prompt = prompts.all().get(place);
                ObjectNode written = new CaseWriter(folder, test, prompt, variables, provider).write(name);
                PROGRAMS.stream()
                        .filter(config::has)
                        .forEach(each -> written.withArray("expect").add(Unsupported.assertion(each)));
                cases.add(counted(written));
            }
        }
    }

    /** The description, and what tells the combinations of its variables apart. */
    private static String caseName(TestCase test, int number, Map<String, JsonNode> variables) {
        Piece description = test.at().get("description");
        String name = description.isThere() ? description.text() : "Test " + number;
        String combination = test.vars().entrySet().stream()
                .filter(variable -> !variable.getValue().value().equals(variables.get(variable.getKey())))
                .map(variable -> variable.getKey() + "="
                        + Json.text(
                                Objects.requireNonNullElse(variables.get(variable.getKey()), Json.NODES.nullNode())))
                .collect(Collectors.joining(", "));
        return combination.isEmpty() ? name : name + ": " + combination;
    }

    private String behind(int place) {
        return prompts.all().size() == 1 ? "" : " [prompt " + (place + 1) + "]";
    }

    /** Before what nobody could store fills the memory. */
    private ObjectNode counted(ObjectNode written) {
        if (folder.made(written.toString().length()) > LARGEST) {
            throw tooLarge();
        }
        return written;
    }

    private Refused tooLarge() {
        return new Refused(
                config, "comes, with the files before it, to suites of more than 10 MiB; import fewer tests at a time");
    }
}
