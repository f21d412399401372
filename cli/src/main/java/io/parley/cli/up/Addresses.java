package io.parley.cli.up;

import io.parley.backing.Ports;
import io.parley.cli.up.PlatformState.ProcessState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where everything listens: on the ports of the last start where they are free, else on other free ones.
 *
 * @param servers the ports of PostgreSQL, RabbitMQ and Redis
 * @param services the port of each service by its name, in the order in which they are shown
 */
record Addresses(Ports servers, Map<String, Integer> services) {

    /**
     * Chooses ports that nothing listens on now.
     *
     * @throws PlatformException if the gateway's port was asked for and is in use
     */
    static Addresses choose(PlatformOptions options, Optional<PlatformState> last) {
        Map<String, Integer> services = new LinkedHashMap<>();
        for (String name : names(options.workers())) {
            services.put(name, remembered(name, last).orElseGet(Addresses::anyFree));
        }
        if (options.port() != 0) {
            services.put(Module.GATEWAY.folder(), requireFree(options.port()));
        }
        return new Addresses(
                last.map(PlatformState::ports).filter(Ports::areFree).orElseGet(Ports::free), services);
    }

    /** Where other processes on this machine reach the service. */
    String address(String service) {
        Integer port = services.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return "http://127.0.0.1:" + port;
    }

    /** The module that a service of this name is built in. */
    static Module module(String service) {
        return Stream.of(Module.values())
                .filter(module -> service.startsWith(module.folder()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + service));
    }

    private static List<String> names(int workers) {
        return Stream.of(Module.values())
                .flatMap(module -> module == Module.WORKER
                        ? IntStream.rangeClosed(1, workers).mapToObj(number -> module.folder() + "-" + number)
                        : Stream.of(module.folder()))
                .toList();
    }

    private static Optional<Integer> remembered(String name, Optional<PlatformState> last) {
        return last.stream()
                .flatMap(state -> state.processes().stream())
                .filter(process -> process.name().equals(name))
                .map(ProcessState::address)
                .flatMap(Stream::ofNullable)
                .map(address -> URI.create(address).getPort())
                .filter(Ports::isFree)
                .findFirst();
    }

    private static int requireFree(int port) {
        if (!Ports.isFree(port)) {
            throw new PlatformException(
                    "Port " + port + " is in use by another program: stop that, or choose another port"
                            + " with --port (0 takes any free one).");
        }
        return port;
    }

    private static int anyFree() {
        return Ports.free(1).getFirst();
    }
}
