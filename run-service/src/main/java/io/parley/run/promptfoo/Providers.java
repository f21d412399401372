package io.parley.run.promptfoo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The providers of a configuration, which may also be called its targets. */
final class Providers {

    /** A delay between questions changes no answer. */
    private static final Set<String> KNOWN = Set.of("id", "label", "config", "transform", "delay");

    private final Folder folder;
    private final OpenFiles open = new OpenFiles();

    private Providers(Folder folder) {
        this.folder = folder;
    }

    static List<Provider> of(Piece config, Folder folder) {
        Piece written = config.get(config.has("providers") ? "providers" : "targets");
        Providers providers = new Providers(folder);
        return written.elements().stream().flatMap(providers::written).toList();
    }

    private Stream<Provider> written(Piece written) {
        if (Folder.isReference(written) && Folder.isParsed(written.text())) {
            return folder.named(written).stream().limit(1).flatMap(path -> file(path, written).stream());
        }
        if (written.isText()) {
            return Stream.of(provider(written.text(), written, written.get("config")));
        }
        if (written.has("id")) {
            return Stream.of(provider(written.get("id").text(), written, written.get("config")));
        }
        Map<String, Piece> members = written.members();
        return members.entrySet().stream()
                .map(member -> provider(
                        member.getKey(), member.getValue(), member.getValue().get("config")));
    }

    private List<Provider> file(String path, Piece named) {
        return open.within(
                path,
                named,
                () -> folder.parsed(path).stream()
                        .flatMap(file -> file.elements().stream())
                        .flatMap(this::written)
                        .toList());
    }

    private static Provider provider(String id, Piece written, Piece config) {
        String name = written.has("label") ? written.get("label").text() : id;
        Piece transform = written.get("transform");
        String beyond = beyond(id, written, config).orElse(null);
        return new Provider(
                id,
                name,
                beyond == null ? TargetForm.of(id, config).orElse(null) : null,
                transform.isThere() ? transform.text() : null,
                beyond);
    }

    /** The first setting that a target here has not: without it, something else would be asked, or asked in another way. */
    private static Optional<String> beyond(String id, Piece written, Piece config) {
        Stream<String> own = written.isText()
                ? Stream.empty()
                : written.members().keySet().stream().filter(key -> !KNOWN.contains(key));
        Stream<String> ofConfig = config.members().keySet().stream()
                .filter(key -> !TargetForm.knows(id, key))
                .map("config."::concat);
        return Stream.concat(own, ofConfig).findFirst();
    }
}
