package io.parley.cli.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A small assistant to test: weather, opening hours and table bookings over HTTP, on a free port of this machine.
 *
 * <p>{@code POST /chat} takes {@code {"conversation": "any id", "message": "..."}} and answers {@code {"answer": ...}},
 * with the {@code booking} where the answer is about one. The answer is a sentence, or a structure where the user asks
 * for JSON. It remembers what was said under a conversation's id. Two of its answers are wrong on purpose: see
 * {@link OpeningHours} and {@link TableBookings}.
 */
final class DemoAssistant implements AutoCloseable {

    private static final int LARGEST_REQUEST = 64 * 1024;

    private final ObjectMapper json = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    private final CityBot bot = new CityBot();
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private DemoAssistant(HttpServer server) {
        this.server = server;
        server.setExecutor(turns);
        server.createContext("/chat", this::chat);
    }

    static DemoAssistant start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        DemoAssistant assistant = new DemoAssistant(HttpServer.create(anyPort, 0));
        assistant.server.start();
        return assistant;
    }

    /** Where it takes messages. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/chat");
    }

    @Override
    public void close() {
        server.stop(0);
        turns.close();
    }

    private void chat(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 405, Map.of("error", "send a POST"));
                return;
            }
            Message message = read(exchange);
            if (message == null) {
                send(exchange, 400, Map.of("error", "send {\"conversation\": \"...\", \"message\": \"...\"}"));
                return;
            }
            send(exchange, 200, bot.answer(message.conversation(), message.message()));
        }
    }

    private @Nullable Message read(HttpExchange exchange) throws IOException {
        try {
            return json.readValue(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), Message.class);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            return null;
        }
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    record Message(String conversation, String message) {
        Message {
            if (conversation == null || message == null) {
                throw new IllegalArgumentException("conversation and message are needed");
            }
        }
    }
}
