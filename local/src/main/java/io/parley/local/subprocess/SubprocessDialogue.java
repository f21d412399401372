package io.parley.local.subprocess;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Exchange;
import io.parley.contracts.SubprocessTarget;
import io.parley.platform.eventloops.EventLoops;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Answer;
import io.parley.worker.answers.JsonBody;
import io.parley.worker.answers.Reports;
import io.parley.worker.answers.Words;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversation with a program, which is started at the first turn. */
final class SubprocessDialogue implements Dialogue {

    /** There is no status of an answer without HTTP. */
    private static final int OK = 200;

    private final Programs programs;
    private final EventLoops loops;
    private final ObjectMapper json;
    private final SubprocessTarget target;
    private final Opening opening;
    private @Nullable Program program;

    SubprocessDialogue(
            Programs programs, EventLoops loops, ObjectMapper json, SubprocessTarget target, Opening opening) {
        this.programs = programs;
        this.loops = loops;
        this.json = json;
        this.target = target;
        this.opening = opening;
    }

    @Override
    public Uni<Answer> say(String message, Scope variables, Duration timeout) {
        return opening.paced().chain(paced -> {
            Program running = program;
            return running == null ? sayFirst(message, timeout) : ask(running, message, timeout);
        });
    }

    @Override
    public @Nullable Map<String, String> reports() {
        return target.reports();
    }

    @Override
    public void close() {
        if (program != null) {
            programs.end(program);
        }
    }

    /** To start may take time of its own. */
    private Uni<Answer> sayFirst(String message, Duration timeout) {
        opening.deadline().extend(target.start());
        return programs.start(target)
                .invoke(started -> program = started)
                .chain(started -> ask(started, message, timeout.plus(target.start())));
    }

    private Uni<Answer> ask(Program running, String message, Duration timeout) {
        String line = line(message);
        Duration limit = limit(timeout);
        long since = System.nanoTime();
        return programs.exchange(running, line)
                .ifNoItem()
                .after(limit)
                .on(loops.clock())
                .failWith(() -> SubprocessFailures.late(target, limit))
                .map(answered -> answer(message, line, answered, Duration.ofNanos(System.nanoTime() - since)))
                .onFailure(BrokenOff.class)
                .transform(broken -> SubprocessFailures.withErrors(broken, running.errors()));
    }

    private Duration limit(Duration timeout) {
        Duration left = opening.deadline().left();
        Duration shorter = left.compareTo(timeout) < 0 ? left : timeout;
        return shorter.isPositive() ? shorter : Duration.ofMillis(1);
    }

    private String line(String message) {
        return json.createObjectNode()
                .put("message", message)
                .put("conversation", opening.conversation())
                .toString();
    }

    private Answer answer(String message, String line, String answered, Duration latency) {
        opening.slot().answered(latency);
        JsonBody body = JsonBody.of(answered, json.reader());
        Exchange exchange = new Exchange(
                message,
                Words.at(target.answer()).in(body),
                OK,
                latency,
                1,
                null,
                Reports.read(target.reports(), body),
                null);
        return new Answer(exchange.withRequest(opening.keepRequests() ? line : null), body);
    }
}
