package io.parley.auth.mails;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on a real socket that keeps what it is given; it can be told to refuse mails first. */
final class StubMailServer implements AutoCloseable {

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ServerSocket socket;

    private StubMailServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** A port where nothing listens. */
    static String freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static StubMailServer start(int port) {
        try {
            StubMailServer server = new StubMailServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("stub-mail-server").start(server::serve);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Answers that it cannot take the next so many mails now. */
    void refuse(int mails) {
        toRefuse.set(mails);
    }

    int refused() {
        return refused.get();
    }

    /** Mails with their headers, as they came. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().name("stub-mail-client").start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            answer(out, "220 stub ready");
            String line = in.readLine();
            while (line != null) {
                answer(out, reply(line, in, out));
                line = in.readLine();
            }
        } catch (IOException gone) {
            // a client that has gone needs no answer
        }
    }

    private String reply(String line, BufferedReader in, PrintWriter out) throws IOException {
        if (line.startsWith("MAIL") && toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            refused.incrementAndGet();
            return "451 not now";
        }
        if (line.startsWith("DATA")) {
            answer(out, "354 go on");
            taken.add(readMail(in));
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static String readMail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void answer(PrintWriter out, String reply) {
        out.print(reply + "\r\n");
        out.flush();
    }
}
