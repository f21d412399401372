package io.parley.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The loopback ports of one set of servers.
 *
 * @param brokerDistribution the port on which RabbitMQ's own tools reach it
 * @param brokerNames the port of the name server (epmd) that RabbitMQ needs
 */
public record Ports(int postgres, int broker, int brokerDistribution, int brokerNames, int redis) {

    /** Below the range from which systems take the ports of outgoing connections, so that none of those gets in between. */
    private static final int LOWEST = 12_000;

    private static final int HIGHEST = 32_000;

    /** Ports that nothing listens on now. */
    public static Ports free() {
        List<Integer> ports = free(5);
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /** As many different ports that nothing listens on now. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < count) {
                tryToHold(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST), held);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Whether nothing listens on any of these ports. */
    public boolean areFree() {
        return isFree(postgres) && isFree(broker) && isFree(brokerDistribution) && isFree(brokerNames) && isFree(redis);
    }

    /** Whether nothing listens on this port. */
    public static boolean isFree(int port) {
        List<ServerSocket> held = new ArrayList<>();
        tryToHold(port, held);
        held.forEach(Ports::release);
        return !held.isEmpty();
    }

    private static void tryToHold(int port, List<ServerSocket> held) {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            // Somebody listens there: the caller tries another one.
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new BackingException("Cannot release port " + socket.getLocalPort(), e);
        }
    }
}
