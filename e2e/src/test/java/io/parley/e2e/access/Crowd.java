package io.parley.e2e.access;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many callers at once. */
final class Crowd {

    private static final int CALLERS = 32;

    private Crowd() {}

    /** Asks everything, {@value #CALLERS} questions at a time; gives the answers in the order of the questions. */
    static <Q, A> List<A> ask(List<Q> questions, Function<Q, A> caller) throws InterruptedException {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            return callers
                    .invokeAll(questions.stream()
                            .map(question -> (Callable<A>) () -> caller.apply(question))
                            .toList())
                    .stream()
                    .map(Crowd::answer)
                    .collect(Collectors.toList());
        }
    }

    private static <A> A answer(Future<A> answered) {
        try {
            return answered.get();
        } catch (ExecutionException | InterruptedException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
