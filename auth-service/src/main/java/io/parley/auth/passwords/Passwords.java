package io.parley.auth.passwords;

import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Hashes and verifies passwords on worker threads of their own, two at a time. When too many wait already, a call fails
 * with 503 instead of letting all of them wait longer.
 */
@ApplicationScoped
public class Passwords {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 256;

    private static final int THREADS = 2;
    private static final int MAX_UNDER_WAY = 128;

    /** Verified in place of the hash of a user who does not exist, so that the answer takes as long. */
    private static final Argon2id NOBODY = Argon2id.ofNothing();

    private final WorkerExecutor workers;
    private final Semaphore room = new Semaphore(MAX_UNDER_WAY);

    Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("password-hashing", THREADS);
    }

    /** What is wrong with a new password for the account with this address, if anything. */
    public Optional<String> objection(String password, String email) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            return Optional.of("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        if (password.equalsIgnoreCase(email)) {
            return Optional.of("must not be the e-mail address");
        }
        return Optional.empty();
    }

    /** Fails with 422 when a new password for the account with this address is not good enough. */
    public void require(String password, String email) {
        objection(password, email).ifPresent(objection -> {
            throw ProblemType.INVALID_INPUT.problem(List.of(new FieldError("/password", objection)));
        });
    }

    /** The form in which a password is stored. */
    public Uni<String> hash(String password) {
        return onWorker(() -> Argon2id.of(password).toString());
    }

    /**
     * Whether the password belongs to the stored hash. Takes the same time when there is none.
     *
     * @param stored what {@link #hash} gave, or nothing for a user who does not exist
     */
    public Uni<Boolean> verify(String password, Optional<String> stored) {
        return onWorker(() -> stored.map(Argon2id::parse).orElse(NOBODY).matches(password));
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        if (!room.tryAcquire()) {
            return Uni.createFrom().failure(ProblemType.UNAVAILABLE.problem("Too many logins at once. Try again."));
        }
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                .onTermination()
                .invoke(room::release);
    }
}
