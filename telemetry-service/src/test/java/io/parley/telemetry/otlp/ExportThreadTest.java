package io.parley.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.platform.problems.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportThreadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final ExportThread thread = new ExportThread(vertx);

    @AfterEach
    void stop() {
        thread.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void who_comes_when_too_much_waits_is_told_to_come_again() {
        CompletableFuture<String> signal = new CompletableFuture<>();
        List<CompletableFuture<String>> waiting = Stream.generate(() -> answer(signal))
                .limit(65) // one that is worked on, and as many as may wait
                .toList();

        CompletableFuture<String> refused = answer(signal);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Uni.createFrom().completionStage(refused).await().atMost(PATIENCE))
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(503));
        signal.complete("read");
        assertThat(waiting)
                .allSatisfy(
                        answer -> assertThat(answer).succeedsWithin(PATIENCE).isEqualTo("read"));
    }

    private CompletableFuture<String> answer(CompletableFuture<String> signal) {
        return thread.compute(signal::join).subscribeAsCompletionStage();
    }
}
