package io.parley.e2e.api;

import java.util.UUID;

/** How a run stands. */
public record RunView(UUID id, String status, Counts counts) {

    public boolean ended() {
        return !status.equals("RUNNING");
    }
}
