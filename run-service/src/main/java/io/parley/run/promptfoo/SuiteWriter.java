package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.ForeignSuite;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the suites of a configuration: one for each of its providers, or one that leaves open whom to ask. */
final class SuiteWriter {

    private static final long LARGEST = 10 << 20;

    private final Piece config;
    private final Folder folder;
    private final List<Prompt> prompts;
    private final List<TestCase> tests;
    private long size;

    SuiteWriter(Piece config, Folder folder) {
        this.config = config;
        this.folder = folder;
        this.prompts = Prompts.of(config, folder);
        this.tests = TestList.of(config, folder);
    }

    List<ForeignSuite> write() {
        List<Provider> providers =
                Providers.of(config, folder).stream().map(this::told).toList();
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
        Set<String> names = new HashSet<>();
        for (int number = 1; number <= tests.size(); number++) {
            TestCase test = tests.get(number - 1);
            if (provider == null || selects(test, "providers", List.of(provider.id(), provider.name()))) {
                write(test, number, provider, names, cases);
            }
        }
        return cases;
    }

    private void write(TestCase test, int number, @Nullable Provider provider, Set<String> names, ArrayNode cases) {
        List<Map<String, JsonNode>> combinations = Combinations.of(test, folder);
        for (Map<String, JsonNode> variables : combinations) {
            for (Prompt prompt : prompts) {
                if (selects(test, "prompts", List.of(prompt.label(), prompt.text()))) {
                    String name = unique(caseName(test, number, variables), behind(prompt), names);
                    cases.add(counted(new CaseWriter(folder, test, prompt, variables, provider).write(name)));
                }
            }
        }
    }

    /** A test may be of some prompts, and of some providers, only: by their names, at the end of which may be an asterisk. */
    private static boolean selects(TestCase test, String what, List<String> names) {
        Optional<Piece> selected = test.said(what);
        return selected.isEmpty()
                || selected.get().elements().stream()
                        .map(Piece::text)
                        .anyMatch(name -> names.stream().anyMatch(each -> isNamed(each, name)));
    }

    private static boolean isNamed(String each, String name) {
        return name.endsWith("*") ? each.startsWith(name.substring(0, name.length() - 1)) : each.equals(name);
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
        size += written.toString().length();
        if (size > LARGEST) {
            throw new Refused(config, "comes to suites of more than 10 MiB; divide its tests into several files");
        }
        return written;
    }

    private static String unique(String name, String behind, Set<String> taken) {
        String unique = OneLine.of(name, behind);
        for (int number = 2; !taken.add(unique); number++) {
            unique = OneLine.of(name, behind + " (" + number + ")");
        }
        return unique;
    }
}
