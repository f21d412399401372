package io.parley.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * RabbitMQ and Erlang from Debian's (or Ubuntu's) own packages, fetched and unpacked into the user's cache: nothing is
 * installed, no service is created and no rights are needed.
 */
final class DebianPackages {

    private static final List<String> PACKAGES = List.of(
            "rabbitmq-server",
            "erlang-base",
            "erlang-asn1",
            "erlang-crypto",
            "erlang-eldap",
            "erlang-inets",
            "erlang-mnesia",
            "erlang-os-mon",
            "erlang-parsetools",
            "erlang-public-key",
            "erlang-runtime-tools",
            "erlang-ssl",
            "erlang-syntax-tools",
            "erlang-tools",
            "erlang-xmerl",
            "libsctp1",
            "libtinfo6");

    /** The name changed with Debian 13. */
    private static final List<String> TLS_LIBRARIES = List.of("libssl3t64", "libssl3");

    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final Path UNPACK = Path.of("/usr/bin/dpkg-deb");
    private static final String ERLANG = "usr/lib/erlang";
    private static final String UNPACKED_TO = "ROOTDIR=/" + ERLANG;

    private final Cache cache;

    DebianPackages(Cache cache) {
        this.cache = cache;
    }

    RabbitInstallation rabbit() {
        try {
            Path root = cache.folder("rabbitmq-debian", this::fetch);
            return new RabbitInstallation(
                    root.resolve("usr/lib/rabbitmq/bin/rabbitmq-server"),
                    List.of(root.resolve(ERLANG).resolve("bin")),
                    libraries(root));
        } catch (IOException e) {
            throw missing(String.valueOf(e.getMessage()));
        }
    }

    private void fetch(Path unfinished, Path finished) throws IOException {
        if (!Files.isExecutable(APT) || !Files.isExecutable(UNPACK)) {
            throw missing("this is no Debian or Ubuntu, where parley could fetch it by itself");
        }
        Path work = Files.createDirectories(unfinished.resolve("work"));
        List<String> apt = apt(work);
        run(work, with(apt, List.of("update")));
        download(work, apt);
        for (Path archive : archives(work)) {
            run(work, List.of(UNPACK.toString(), "-x", archive.toString(), unfinished.toString()));
        }
        relocate(unfinished, finished);
        Folders.delete(work);
    }

    /** apt with lists and archives of its own, but the system's sources and keys. */
    private static List<String> apt(Path work) throws IOException {
        Files.createDirectories(work.resolve("state/lists/partial"));
        Files.createDirectories(work.resolve("cache/archives/partial"));
        return List.of(
                APT.toString(),
                "-q",
                "-o",
                "Dir::State=" + work.resolve("state"),
                "-o",
                "Dir::State::status=/var/lib/dpkg/status",
                "-o",
                "Dir::Cache=" + work.resolve("cache"),
                "-o",
                "APT::Sandbox::User=",
                "-o",
                "Acquire::Retries=3");
    }

    private static void download(Path work, List<String> apt) throws IOException {
        List<String> packages = new ArrayList<>(PACKAGES);
        packages.add(tlsLibrary(work, apt));
        run(work, with(with(apt, List.of("download")), packages));
    }

    private static String tlsLibrary(Path work, List<String> apt) {
        for (String name : TLS_LIBRARIES) {
            try {
                run(work, with(with(apt, List.of("download", "--print-uris")), List.of(name)));
                return name;
            } catch (IOException unknownHere) {
                // The other name it is.
            }
        }
        throw missing("the package sources have none of " + TLS_LIBRARIES);
    }

    /** Erlang's start scripts hold the path that the package is made for. */
    private static void relocate(Path unfinished, Path finished) throws IOException {
        try (Stream<Path> all = Files.walk(unfinished.resolve(ERLANG), 3)) {
            for (Path script : all.filter(DebianPackages::startsErlang).toList()) {
                String text = Files.readString(script, StandardCharsets.ISO_8859_1);
                String moved = text.replace(UNPACKED_TO, "ROOTDIR=\"" + finished.resolve(ERLANG) + "\"");
                Files.writeString(script, moved, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static boolean startsErlang(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && (name.equals("erl") || name.equals("start"));
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    private static List<Path> libraries(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(root.resolve("usr/lib"), root.resolve("lib"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> folders = Files.list(parent)) {
                    folders.filter(folder -> folder.toString().endsWith("-linux-gnu"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static List<String> with(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static void run(Path work, List<String> command) throws IOException {
        Path said = work.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(lastLine(said));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String lastLine(Path said) throws IOException {
        return Files.readString(said, StandardCharsets.ISO_8859_1)
                .strip()
                .lines()
                .reduce("", (before, last) -> last);
    }

    private static BackingException missing(String why) {
        return new BackingException(
                "RabbitMQ is not installed and could not be fetched (" + why
                        + "): install the package rabbitmq-server, or unpack RabbitMQ and set PARLEY_RABBITMQ_HOME to its folder.");
    }
}
