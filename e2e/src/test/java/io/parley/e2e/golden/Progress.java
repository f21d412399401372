package io.parley.e2e.golden;

import static org.awaitility.Awaitility.await;

import io.parley.e2e.api.Answer;
import io.parley.e2e.api.RunView;
import io.parley.e2e.runs.Run;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the WebSocket of a run tells. */
final class Progress implements WebSocket.Listener, AutoCloseable {

    private final List<RunView> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private @Nullable WebSocket socket;

    private Progress() {}

    static Progress of(Run run) throws Exception {
        Progress progress = new Progress();
        progress.socket = run.api().listen(run.path() + "/progress", progress).get(10, TimeUnit.SECONDS);
        return progress;
    }

    List<RunView> heard() {
        return List.copyOf(heard);
    }

    /** Waits until it has told of the end. */
    void awaitEnd(Duration atMost) {
        await("the progress of the run tells of its end")
                .atMost(atMost)
                .until(() -> !heard.isEmpty() && heard.getLast().ended());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        unfinished.append(data);
        if (last) {
            heard.add(Answer.read(unfinished.toString(), RunView.class));
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
