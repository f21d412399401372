package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.backing.Endpoints;
import io.parley.backing.Ports;
import io.parley.cli.up.PlatformState.ProcessState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Endpoints NO_MATTER = new Endpoints("", "", "", "", "", "");

    @Test
    void every_service_has_a_port_of_its_own_and_each_worker_too() {
        Addresses addresses = Addresses.choose(options(0, 3), Optional.empty());

        assertThat(addresses.services())
                .containsOnlyKeys(
                        "auth-service",
                        "run-service",
                        "validation-service",
                        "telemetry-service",
                        "execution-worker-1",
                        "execution-worker-2",
                        "execution-worker-3",
                        "gateway");
        assertThat(addresses.services().values()).doesNotHaveDuplicates();
    }

    @Test
    void the_ports_of_the_last_start_are_taken_again() {
        Addresses first = Addresses.choose(options(0, 1), Optional.empty());

        Addresses second = Addresses.choose(options(0, 1), Optional.of(remembered(first)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_remembered_port_that_is_in_use_now_is_replaced() throws IOException {
        Addresses first = Addresses.choose(options(0, 1), Optional.empty());

        try (ServerSocket taken = listenOn(first.services().getOrDefault("gateway", 0))) {
            Addresses second = Addresses.choose(options(0, 1), Optional.of(remembered(first)));

            assertThat(second.services().get("gateway")).isNotEqualTo(taken.getLocalPort());
            assertThat(second.services().get("auth-service"))
                    .isEqualTo(first.services().get("auth-service"));
        }
    }

    @Test
    void a_port_that_was_asked_for_and_is_in_use_is_one_message_that_says_what_to_do() throws IOException {
        try (ServerSocket taken = listenOn(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Addresses.choose(options(port, 1), Optional.empty()))
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("Port " + port + " is in use by another program: stop that, or choose another port with"
                            + " --port (0 takes any free one).");
        }
    }

    private static PlatformOptions options(int port, int workers) {
        return new PlatformOptions(Path.of("root"), Path.of("data"), port, workers);
    }

    private static PlatformState remembered(Addresses addresses) {
        List<ProcessState> processes = addresses.services().keySet().stream()
                .map(name -> new ProcessState(name, addresses.address(name), List.of(), ""))
                .toList();
        Ports ports = addresses.servers();
        return new PlatformState("1-1", true, addresses.address("gateway"), "", NO_MATTER, ports, processes);
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
