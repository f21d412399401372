package io.parley.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

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
                .limit(ExportThread.WAITING + 1) // with the one that is worked on
                .toList();

        CompletableFuture<String> refused = answer(signal);

        assertRefused(refused);
        signal.complete("read");
        assertThat(waiting)
                .allSatisfy(
                        answer -> assertThat(answer).succeedsWithin(PATIENCE).isEqualTo("read"));
    }

    @Test
    void few_large_requests_are_too_much_as_well_until_they_are_read() {
        CompletableFuture<String> signal = new CompletableFuture<>();
        CompletableFuture<String> large = answer(ExportThread.MAX_BYTES_UNDER_WAY, signal);

        assertRefused(answer(signal));

        large.cancel(false); // by who sent it; it stays in memory
        assertRefused(answer(signal));
        signal.complete("read");
        await().untilAsserted(() -> assertThat(answer(ExportThread.MAX_BYTES_UNDER_WAY, signal))
                .succeedsWithin(PATIENCE)
                .isEqualTo("read"));
    }

    @Test
    void what_reading_fails_with_is_what_the_sender_learns() {
        Problem tooLarge = OtlpProblems.TOO_LARGE.problem("Less, please.");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> thread.compute(1, () -> fail(tooLarge)).await().atMost(PATIENCE))
                .isSameAs(tooLarge);
    }

    private static String fail(Problem problem) {
        throw problem;
    }

    private static void assertRefused(CompletableFuture<String> refused) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Uni.createFrom().completionStage(refused).await().atMost(PATIENCE))
                .satisfies(problem -> assertThat(problem.type().status()).isEqualTo(503));
    }

    private CompletableFuture<String> answer(CompletableFuture<String> signal) {
        return answer(1, signal);
    }

    private CompletableFuture<String> answer(int bytes, CompletableFuture<String> signal) {
        return thread.compute(bytes, signal::join).subscribeAsCompletionStage();
    }
}
