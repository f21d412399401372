package io.parley.bench.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code parley up} tells other processes in its data folder. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlatformFile(boolean ready, String address, String secrets, Endpoints endpoints, List<Entry> processes) {

    private static final String NAME = "platform.json";

    /** Where the servers are, and the database's administrator. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Endpoints(String postgresUrl, String adminUser, String adminPassword, String redisUrl) {

        @Override
        public String toString() {
            return "Endpoints[" + postgresUrl + "]";
        }
    }

    /**
     * One server or service.
     *
     * @param pids its processes, the main one first
     * @param address where a service answers; servers have none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String name, List<Long> pids, @Nullable String address) {}

    /** The file, once everything has answered. */
    static Optional<PlatformFile> ready(Path data) throws IOException {
        Path file = data.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(new ObjectMapper().readValue(file.toFile(), PlatformFile.class))
                        .filter(PlatformFile::ready)
                : Optional.empty();
    }
}
