package io.parley.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a server on this machine whether it answers. */
final class Probe {

    private static final int LIMIT_MILLIS = 2_000;

    private Probe() {}

    /** Whether anything takes connections on the port. */
    static boolean listens(int port) {
        return answers(port, new byte[0], "");
    }

    /** Whether the server's answer to the hello begins with these characters. */
    static boolean answers(int port, byte[] hello, String expected) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(hello);
            byte[] answer = socket.getInputStream().readNBytes(expected.length());
            return new String(answer, StandardCharsets.ISO_8859_1).equals(expected);
        } catch (IOException notYet) {
            return false;
        }
    }
}
