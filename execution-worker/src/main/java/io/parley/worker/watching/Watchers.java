package io.parley.worker.watching;

import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.Transcript;

/** Those who watch runs. Telling them never holds a conversation up and never fails it. */
public interface Watchers {

    /**
     * A turn was answered.
     *
     * @param turn counts from 1
     */
    void answered(ExecutionRequested request, int turn, Exchange exchange);

    /**
     * A conversation broke off.
     *
     * @param transcript as far as it came, with the reason
     */
    void brokeOff(ExecutionRequested request, Transcript transcript);
}
