package io.parley.run.evals;

import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.foreign.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registry files: what has a {@code class} in them is an eval; what has only an {@code id} is another name for one. */
final class Registry {

    private Registry() {}

    /** The evals in all the YAML files. Files that are about something else have none. */
    static List<Eval> read(SourceFiles files, Mistakes mistakes) {
        List<Eval> evals = new ArrayList<>();
        Stream.of(".yaml", ".yml")
                .flatMap(suffix -> files.ending(suffix).stream())
                .forEach(file -> evals.addAll(evals(file, files, mistakes)));
        return evals;
    }

    /** An eval for each file of samples. */
    static List<Eval> unregistered(SourceFiles files) {
        return Samples.files(files).stream()
                .filter(file -> Samples.areIn(file, files))
                .map(Eval::ofSamples)
                .toList();
    }

    private static List<Eval> evals(String file, SourceFiles files, Mistakes mistakes) {
        return Yaml.read(file, files.text(file).orElse(""), mistakes).stream()
                .flatMap(registry -> registry.members().stream())
                .flatMap(entry -> eval(file, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Eval> eval(String file, String id, Yaml written) {
        return written.member("class").flatMap(Yaml::text).filter(type -> type.contains(":")).stream()
                .map(type -> new Eval(file, written.line(), id, type, args(written)));
    }

    private static Map<String, @Nullable String> args(Yaml written) {
        Map<String, @Nullable String> args = new LinkedHashMap<>();
        written.member("args").stream()
                .flatMap(all -> all.members().stream())
                .forEach(arg -> args.put(arg.getKey(), arg.getValue().text().orElse(null)));
        return args;
    }
}
