package io.parley.validation.assertions;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/**
 * Finds out what assertions need: a bean for each kind of need.
 *
 * @param <N> the kind
 */
public interface Source<N extends Need<A>, A> {

    Class<N> answers();

    /** Whether it asks others over the network, so that executions that need it wait apart from those that do not. */
    boolean isRemote();

    /**
     * An answer to each. Always ends, and what cannot be found out is {@link Answer.Unknown}; it fails only where the service's
     * own surroundings do, such as its database, and then the executions are scored again. Runs on no thread of its caller.
     */
    Uni<Map<N, Answer<A>>> answer(Collection<N> needs);
}
