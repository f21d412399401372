package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backing.Endpoints;
import io.parley.backing.Ports;
import io.parley.backing.ProcessId;
import io.parley.cli.up.PlatformState.ProcessState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformStateTest {

    @TempDir
    private Path data;

    @Test
    void what_was_written_is_read_again_by_its_owner_only() throws IOException {
        PlatformState state = heldBy(ProcessId.of(ProcessHandle.current()).toString());

        state.write(data);

        assertThat(PlatformState.read(data)).contains(state);
        assertThat(Files.getPosixFilePermissions(data.resolve(PlatformState.FILE)))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void a_folder_without_a_platform_has_no_state() {
        assertThat(PlatformState.read(data)).isEmpty();
    }

    @Test
    void a_platform_runs_while_its_launcher_does_and_not_when_its_id_was_given_to_another_process() {
        ProcessHandle me = ProcessHandle.current();

        assertThat(heldBy(ProcessId.of(me).toString()).running()).contains(me);
        assertThat(heldBy(me.pid() + "-1").running()).isEmpty();
    }

    private static PlatformState heldBy(String launcher) {
        return new PlatformState(
                launcher,
                true,
                "http://127.0.0.1:8080",
                "secrets.properties",
                new Endpoints("a", "b", "c", "d", "e", "f"),
                new Ports(1, 2, 3, 4, 5),
                List.of(new ProcessState("gateway", "http://127.0.0.1:8080", List.of(7L), "gateway.log")));
    }
}
