package io.parley.worker.watching;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Transcript;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Where nobody could be told. */
@ApplicationScoped
@DefaultBean
class NoWatchers implements Watchers {

    @Override
    public void answered(ExecutionRequested request, int turn, Exchange exchange) {
        // nobody is there
    }

    @Override
    public void brokeOff(ExecutionRequested request, Transcript transcript) {
        // nobody is there
    }
}
