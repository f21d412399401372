package io.parley.run.promptfoo;

import java.util.ArrayList;
import java.util.List;

/** The tests that a configuration comes to: its own, and each of each scenario with each of the scenario's configurations. */
final class TestList {

    /** A suite has no more cases. */
    private static final long MOST = 20_000;

    private final Folder folder;
    private final TestFiles files;
    private final Piece general;

    private TestList(Piece config, Folder folder) {
        this.folder = folder;
        this.files = new TestFiles(folder);
        this.general = folder.followed(config.get("defaultTest")).orElseGet(() -> config.get("defaultTest"));
    }

    static List<TestCase> of(Piece config, Folder folder) {
        TestList list = new TestList(config, folder);
        List<Piece> tests = list.files.all(config.get("tests"));
        List<TestCase> cases = new ArrayList<>();
        tests.forEach(test -> cases.add(list.test(List.of(test))));
        for (Piece scenario : config.get("scenarios").elements()) {
            cases.addAll(list.scenario(folder.followed(scenario).orElse(scenario)));
            if (cases.size() > MOST) {
                throw tooMany(scenario);
            }
        }
        if (cases.isEmpty()) {
            cases.add(list.alone(config));
        }
        return cases;
    }

    /** Without any tests, each prompt is one; tests that come to nothing are no such thing. */
    private TestCase alone(Piece config) {
        for (String written : List.of("tests", "scenarios")) {
            Piece tests = config.get(written);
            if (!tests.elements().isEmpty()) {
                folder.mistakes().add(tests.file(), tests.line(), written + " come to no test at all");
            }
        }
        return test(List.of(config.holding(Json.object())));
    }

    private List<TestCase> scenario(Piece scenario) {
        if (scenario.value().isArray()) {
            return scenario.elements().stream()
                    .flatMap(each -> scenario(each).stream())
                    .toList();
        }
        List<Piece> tests = files.all(scenario.get("tests"));
        List<Piece> configurations = files.all(scenario.get("config"));
        if (tests.isEmpty() && scenario.get("tests").elements().size() > 0) {
            throw new Refused(scenario, "has tests that come to nothing");
        }
        if ((long) tests.size() * configurations.size() > MOST) {
            throw tooMany(scenario);
        }
        List<TestCase> cases = new ArrayList<>();
        for (Piece data : configurations) {
            for (Piece test : tests.isEmpty() ? List.of(data.holding(Json.object())) : tests) {
                cases.add(test(List.of(data, test)));
            }
        }
        return cases;
    }

    private static Refused tooMany(Piece scenario) {
        return new Refused(scenario, "multiplies to more than %,d tests".formatted(MOST));
    }

    private TestCase test(List<Piece> own) {
        List<Piece> layers = new ArrayList<>();
        layers.add(general);
        layers.addAll(own);
        return TestCase.of(layers, folder);
    }
}
