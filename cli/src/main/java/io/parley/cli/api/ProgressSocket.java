package io.parley.cli.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a WebSocket, taken one by one. A socket that cannot be opened, or breaks, simply has no messages: whoever
 * listens has to ask again by other means when it has heard nothing for a while.
 */
final class ProgressSocket implements WebSocket.Listener, AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder unfinished = new StringBuilder();
    private volatile @Nullable WebSocket socket;

    private ProgressSocket() {}

    static ProgressSocket open(HttpClient client, URI address, Authorization sender) {
        ProgressSocket listener = new ProgressSocket();
        var unused = client.newWebSocketBuilder()
                .connectTimeout(TO_CONNECT)
                .header(Authorization.HEADER, sender.value())
                .buildAsync(address, listener);
        return listener;
    }

    /** The next message, or null when none comes in time. */
    @Nullable String next(Duration patience) throws InterruptedException {
        return messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        unfinished.append(data);
        if (last) {
            messages.add(unfinished.toString());
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        WebSocket opened = socket;
        if (opened != null) {
            opened.abort();
        }
    }
}
