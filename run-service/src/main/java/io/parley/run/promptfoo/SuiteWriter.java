package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.ForeignSuite;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the suites of a configuration: one for each of its providers, or one that leaves open whom to ask. */
final class SuiteWriter {

    private static final long LARGEST = 10 << 20;

    /** What a configuration has code for that may change every case. */
    private static final List<String> PROGRAMS = List.of("extensions", "nunjucksFilters");

    private final Piece config;
    private final Folder folder;
    private final List<Prompt> prompts;
    private final List<TestCase> tests;

    SuiteWriter(Piece config, Folder folder) {
        this.config = config;
        this.folder = folder;
        this.prompts = Prompts.of(config, folder);
        this.tests = TestList.of(config, folder);
    }

    List<ForeignSuite> write() {
        List<Provider> providers =
                Providers.of(config, folder).stream().map(this::told).toList();
        checkSelected("prompts", prompts.stream().map(SuiteWriter::names).toList());
        if (!providers.isEmpty()) {
            checkSelected(
                    "providers", providers.stream().map(SuiteWriter::names).toList());
        }
        return providers.size() < 2
                ? List.of(suite(OneLine.of(name()), providers.isEmpty() ? null : providers.getFirst()))
                : providers.stream()
                        .map(provider -> suite(OneLine.of(name(), " [" + OneLine.of(provider.name()) + "]"), provider))
                        .toList();
    }

    /** A chat target is told what all prompts begin with, if they all begin with the same. */
    private Provider told(Provider provider) {
        List<Optional<String>> systems = prompts.stream()
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

    private ForeignSuite suite(String name, @Nullable Provider provider) {
        ObjectNode suite = Json.object().put("parley", 1).put("name", name);
        if (provider != null && provider.target() != null) {
            suite.set("target", provider.target());
        }
        ObjectNode defaults = defaults();
        if (!defaults.isEmpty()) {
            suite.set("defaults", defaults);
        }
        suite.set("cases", cases(provider));
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

    private ArrayNode cases(@Nullable Provider provider) {
        ArrayNode cases = Json.NODES.arrayNode();
        CaseNames names = new CaseNames();
        for (int number = 1; number <= tests.size(); number++) {
            TestCase test = tests.get(number - 1);
            if (provider == null || selects(test, "providers", names(provider))) {
                write(test, number, provider, names, cases);
            }
        }
        return cases;
    }

    private void write(TestCase test, int number, @Nullable Provider provider, CaseNames names, ArrayNode cases) {
        List<Map<String, JsonNode>> combinations = Combinations.of(test, folder);
        for (Map<String, JsonNode> variables : combinations) {
            for (Prompt prompt : prompts) {
                if (selects(test, "prompts", names(prompt))) {
                    String name = names.unique(caseName(test, number, variables), behind(prompt));
                    ObjectNode written = new CaseWriter(folder, test, prompt, variables, provider).write(name);
                    PROGRAMS.stream()
                            .filter(config::has)
                            .forEach(each -> written.withArray("expect").add(Unsupported.assertion(each)));
                    cases.add(counted(written));
                }
            }
        }
    }

    private static List<String> names(Prompt prompt) {
        return List.of(prompt.label(), prompt.text());
    }

    private static List<String> names(Provider provider) {
        return List.of(provider.id(), provider.name());
    }

    /** A test that is of nothing would be left out, and nobody would miss it. */
    private void checkSelected(String what, List<List<String>> all) {
        for (TestCase test : tests) {
            test.said(what).ifPresent(selected -> checkSelected(selected, what, all));
        }
    }

    private void checkSelected(Piece selected, String what, List<List<String>> all) {
        if (selected.elements().isEmpty()) {
            folder.mistakes()
                    .add(selected.file(), selected.line(), what + " must name at least one; without it, all are");
        }
        selected.elements().stream()
                .filter(name -> all.stream().noneMatch(names -> isNamed(names, name.text())))
                .forEach(name -> folder.mistakes()
                        .add(
                                name.file(),
                                name.line(),
                                "%s names %s, and there is none of this name; there are %s"
                                        .formatted(what, OneLine.of(name.text()), known(all))));
    }

    private static String known(List<List<String>> all) {
        return all.stream()
                .map(names -> OneLine.of(names.getFirst()))
                .distinct()
                .limit(10)
                .collect(Collectors.joining(", "));
    }

    /** A test may be of some prompts, and of some providers, only. */
    private static boolean selects(TestCase test, String what, List<String> names) {
        Optional<Piece> selected = test.said(what);
        return selected.isEmpty()
                || selected.get().elements().stream().map(Piece::text).anyMatch(name -> isNamed(names, name));
    }

    /** By one of its names, by their beginning before an asterisk, or by the group before their colon. */
    private static boolean isNamed(List<String> names, String name) {
        String beginning = name.endsWith("*") ? name.substring(0, name.length() - 1) : name + ":";
        return names.stream().anyMatch(each -> each.equals(name) || each.startsWith(beginning));
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

    private String behind(Prompt prompt) {
        return prompts.size() == 1 ? "" : " [prompt " + (prompts.indexOf(prompt) + 1) + "]";
    }

    /** Before what nobody could store fills the memory. */
    private ObjectNode counted(ObjectNode written) {
        if (folder.made(written.toString().length()) > LARGEST) {
            throw new Refused(
                    config,
                    "comes, with the files before it, to suites of more than 10 MiB; import fewer tests at a time");
        }
        return written;
    }
}
