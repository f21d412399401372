package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.foreign.Yaml;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code botium.json} says among its capabilities; where it says nothing, what botium-core does by itself.
 *
 * @param matching how texts are compared
 * @param normalizes whether tags and further white space are taken out before
 * @param remembers whether there is scripting memory. Here there is, unless it is switched off: who writes {@code $city} means it
 * @param registered asserters, hooks and inputs of the project's own
 * @param global those of them that hold for every convo, whether it names them or not
 */
record Settings(
        String project,
        Matching matching,
        boolean normalizes,
        boolean remembers,
        int timeoutMillis,
        Set<String> registered,
        Set<String> global) {

    static final String FILE = "botium.json";

    /** What botium-core and suites give a turn. */
    static final int TIMEOUT = 10_000;

    static Settings read(SourceFiles files, Mistakes mistakes) {
        Optional<Yaml> capabilities = files.texts().keySet().stream()
                .filter(path -> path.equals(FILE) || path.endsWith("/" + FILE))
                .findFirst()
                .flatMap(path -> Yaml.read(path, files.text(path).orElse(""), mistakes))
                .flatMap(content -> content.member("botium"))
                .flatMap(botium -> botium.member("Capabilities"));
        return new Settings(
                text(capabilities, "PROJECTNAME")
                        .filter(name -> !name.isBlank())
                        .orElse("Botium convos"),
                text(capabilities, "SCRIPTING_MATCHING_MODE")
                        .map(Matching::named)
                        .orElse(Matching.INCLUDE_IC),
                !text(capabilities, "SCRIPTING_NORMALIZE_TEXT")
                        .filter("false"::equals)
                        .isPresent(),
                !text(capabilities, "SCRIPTING_ENABLE_MEMORY")
                        .filter("false"::equals)
                        .isPresent(),
                text(capabilities, "WAITFORBOTTIMEOUT")
                        .filter(millis -> millis.matches("[1-9][0-9]{0,6}"))
                        .map(Integer::valueOf)
                        .orElse(TIMEOUT),
                names(registered(capabilities)),
                names(registered(capabilities)
                        .filter(each -> each.member("global").flatMap(Yaml::text).stream()
                                .anyMatch("true"::equals))));
    }

    private static Optional<String> text(Optional<Yaml> capabilities, String name) {
        return capabilities.flatMap(all -> all.member(name)).flatMap(Yaml::text);
    }

    private static Stream<Yaml> registered(Optional<Yaml> capabilities) {
        return Stream.of("ASSERTERS", "LOGIC_HOOKS", "USER_INPUTS")
                .flatMap(list -> capabilities.flatMap(all -> all.member(list)).stream())
                .flatMap(list -> list.elements().stream());
    }

    private static Set<String> names(Stream<Yaml> registered) {
        return registered
                .flatMap(each -> each.member("ref").flatMap(Yaml::text).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
