package io.parley.run.promptfoo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The providers of a configuration, which may also be called its targets. */
final class Providers {

    private final Folder folder;

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
            return folder.followed(written).stream()
                    .flatMap(file -> file.elements().stream())
                    .flatMap(this::written);
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

    private static Provider provider(String id, Piece written, Piece config) {
        String name = written.has("label") ? written.get("label").text() : id;
        Piece transform = written.get("transform");
        return new Provider(
                id, name, TargetForm.of(id, config).orElse(null), transform.isThere() ? transform.text() : null);
    }
}
