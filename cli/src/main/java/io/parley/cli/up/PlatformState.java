package io.parley.cli.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.parley.backing.Endpoints;
import io.parley.backing.Folders;
import io.parley.backing.Ports;
import io.parley.backing.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells other processes about itself, in the file {@value #FILE} of its data folder: only its owner can
 * read that, for it holds the servers' passwords. It is written anew whenever a process is started, and left behind by
 * the last start, whose ports the next one takes again.
 *
 * @param launcher the process that holds the platform, as {@code pid-started}
 * @param ready whether everything has answered since the start
 * @param address where the platform is reached
 * @param secrets the file with the generated secrets, among them the owner's first password
 * @param endpoints the servers, with their administrators' passwords
 * @param ports the servers' ports
 * @param processes the servers and services
 */
public record PlatformState(
        String launcher,
        boolean ready,
        String address,
        String secrets,
        Endpoints endpoints,
        Ports ports,
        List<ProcessState> processes) {

    public static final String FILE = "platform.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One server or service.
     *
     * @param address where the service answers; none for a server
     * @param pids its processes, the main one first; none while it does not run
     */
    public record ProcessState(String name, @Nullable String address, List<Long> pids, String log) {}

    /** What the platform on this data folder last said; empty if none was ever started there. */
    public static Optional<PlatformState> read(Path data) {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), PlatformState.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new PlatformException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The process that holds the platform, while it runs. */
    public Optional<ProcessHandle> running() {
        return ProcessId.parse(launcher).handle();
    }

    /**
     * The first owner, with the password that was generated at the first start.
     *
     * @throws PlatformException if the file with the secrets cannot be read
     */
    public Owner owner() {
        try {
            return Secrets.in(Path.of(secrets).resolveSibling("")).owner();
        } catch (IOException e) {
            throw new PlatformException("The file " + secrets + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(Path data) throws IOException {
        Folders.writePrivately(data.resolve(FILE), JSON.writeValueAsString(this));
    }
}
