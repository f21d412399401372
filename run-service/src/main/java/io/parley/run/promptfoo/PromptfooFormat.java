package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** promptfoo: configurations of prompts, providers and tests in YAML or JSON, and tests alone in tables or one to a line. */
@ApplicationScoped
class PromptfooFormat implements Format {

    @Override
    public String name() {
        return "promptfoo";
    }

    @Override
    public boolean recognises(SourceFiles files) {
        return !new Roots(files, new Folder(files, new Mistakes())).find().isEmpty();
    }

    @Override
    public List<ForeignSuite> read(SourceFiles files) {
        Mistakes mistakes = new Mistakes();
        Folder folder = new Folder(files, mistakes);
        Roots beginnings = new Roots(files, folder);
        List<Piece> roots = beginnings.find();
        mistakes.refuse();
        if (roots.isEmpty()) {
            files.texts().keySet().forEach(path -> mistakes.add(path, 1, "has neither prompts nor tests of promptfoo"));
        }
        List<ForeignSuite> suites = new ArrayList<>();
        roots.forEach(config -> suites.addAll(suites(config, folder)));
        mistakes.refuse();
        beginnings.beside(roots).forEach(config -> suites.addAll(suites(config, folder)));
        mistakes.refuse();
        return suites;
    }

    private static List<ForeignSuite> suites(Piece config, Folder folder) {
        try {
            return new SuiteWriter(config, folder).write();
        } catch (Refused refused) {
            Piece at = refused.at();
            folder.mistakes().add(at.file(), at.line(), String.valueOf(refused.getMessage()));
            return List.of();
        }
    }

    /** The files that begin a suite: the others are named by them. */
    private record Roots(SourceFiles files, Folder folder) {

        private static final String CONFIGURATION = "promptfooconfig";

        List<Piece> find() {
            List<String> named = files.ending("").stream()
                    .filter(path -> Folder.isParsed(path) && path.contains(CONFIGURATION))
                    .toList();
            if (!named.isEmpty()) {
                return named.stream()
                        .flatMap(path -> folder.parsed(path).stream())
                        .toList();
            }
            List<Piece> configurations = files.ending("").stream()
                    .filter(Folder::isParsed)
                    .flatMap(path -> folder.parsed(path).stream())
                    .filter(Roots::isConfiguration)
                    .toList();
            return configurations.isEmpty() ? tests() : configurations;
        }

        /** Those that have all of a suite, and that no other file has named by the time they are reached. */
        Stream<Piece> beside(List<Piece> roots) {
            Set<String> begun = roots.stream().map(Piece::file).collect(Collectors.toSet());
            Folder glance = new Folder(files, new Mistakes()); // in what is something else, nothing is a mistake
            return files.ending("").stream()
                    .filter(path -> Folder.isParsed(path) && !begun.contains(path) && !folder.isNamed(path))
                    .filter(path -> glance.parsed(path).filter(Roots::isWhole).isPresent())
                    .flatMap(path -> folder.parsed(path).stream());
        }

        private static boolean isWhole(Piece file) {
            try {
                return file.has("prompts")
                        && Stream.of("providers", "targets", "tests", "scenarios")
                                .anyMatch(file::has);
            } catch (Refused other) {
                return false;
            }
        }

        private static boolean isConfiguration(Piece file) {
            try {
                boolean asks = file.has("prompts") || file.has("providers") || file.has("targets");
                return !file.has("parley") && (asks || file.has("tests") || file.has("scenarios"));
            } catch (Refused refused) {
                return true; // who reads it tells the mistake
            }
        }

        /** Tests that nobody names, each file a suite of its own. */
        private List<Piece> tests() {
            return files.ending("").stream()
                    .filter(this::hasTests)
                    .map(path -> Piece.inLine(
                            path, 1, Json.object().put("tests", path.substring(path.lastIndexOf('/') + 1))))
                    .toList();
        }

        private boolean hasTests(String path) {
            if (path.endsWith(".csv")) {
                return folder.text(path).lines().findFirst().orElse("").contains("__expected");
            }
            if (path.endsWith(".jsonl")) {
                return folder.text(path)
                        .lines()
                        .findFirst()
                        .flatMap(Json::read)
                        .filter(Roots::isTest)
                        .isPresent();
            }
            return Folder.isParsed(path)
                    && folder.parsed(path)
                            .filter(file -> file.value().isArray()
                                    && isTest(file.value().path(0)))
                            .isPresent();
        }

        private static boolean isTest(JsonNode value) {
            return value.has("assert") || value.has("vars");
        }
    }
}
