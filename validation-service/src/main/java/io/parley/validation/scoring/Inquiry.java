package io.parley.validation.scoring;

import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Need;
import io.parley.validation.assertions.Source;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the source of each kind of need, all at the same time. */
@Singleton
final class Inquiry {

    private final Map<Class<?>, Source<?, ?>> sources;

    Inquiry(@All List<Source<?, ?>> sources) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(Source::answers, Function.identity()));
    }

    /** Whether finding it out takes others over the network. */
    boolean isRemote(Need<?> need) {
        return source(need.getClass()).isRemote();
    }

    Uni<Answers> answers(Set<Need<?>> needs) {
        if (needs.isEmpty()) {
            return Uni.createFrom().item(Answers.none());
        }
        Map<Class<?>, List<Need<?>>> kinds = needs.stream().collect(Collectors.groupingBy(Need::getClass));
        List<Uni<Answers>> answers = kinds.entrySet().stream()
                .map(kind -> ask(source(kind.getKey()), kind.getValue()))
                .toList();
        return Uni.join().all(answers).andFailFast().map(Inquiry::together);
    }

    private Source<?, ?> source(Class<?> kind) {
        Source<?, ?> source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("nobody answers " + kind);
        }
        return source;
    }

    @SuppressWarnings("unchecked") // its needs are of the class that it answers
    private static <N extends Need<A>, A> Uni<Answers> ask(Source<N, A> source, List<Need<?>> needs) {
        Uni<Map<N, Answer<A>>> answer = source.answer((List<N>) (List<?>) needs);
        return answer.map(Answers::of);
    }

    private static Answers together(List<Answers> all) {
        return all.stream().reduce(Answers.none(), Answers::and);
    }
}
