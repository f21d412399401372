package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

    @TempDir
    private Path root;

    @TempDir
    private Path data;

    @Test
    void a_service_that_is_not_built_is_one_message_before_anything_starts() {
        assertThatThrownBy(() -> Platform.start(PlatformOptions.in(root, data.resolve("new")), line -> {}))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("The service auth-service is not built (")
                .hasMessageEndingWith("run ./parley up, which builds what is missing.");

        assertThat(data.resolve("new")).doesNotExist();
    }

    @Test
    void a_second_platform_on_the_same_data_is_told_that_one_is_up() throws IOException {
        buildNothings();

        try (DataLock first = DataLock.take(data).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> Platform.start(PlatformOptions.in(root, data), line -> {}))
                    .isInstanceOf(AlreadyUp.class)
                    .hasMessage("Parley is already up or starting on the data in " + data + ".");
        }
    }

    @Test
    void a_port_in_use_is_found_before_anything_starts_and_leaves_the_data_free() throws IOException {
        buildNothings();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PlatformOptions options = new PlatformOptions(root, data, taken.getLocalPort(), 1);

            assertThatThrownBy(() -> Platform.start(options, line -> {}))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("is in use");
        }

        assertThat(data.resolve("logs")).doesNotExist();
        assertThat(DataLock.take(data)).isPresent();
    }

    @Test
    void ports_and_numbers_of_workers_out_of_range_are_refused() {
        assertThatThrownBy(() -> new PlatformOptions(root, data, 65_536, 1)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> new PlatformOptions(root, data, 0, 0)).isInstanceOf(PlatformException.class);
    }

    private void buildNothings() throws IOException {
        for (Module module : Module.values()) {
            Path jar = root.resolve(module.folder()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
    }
}
