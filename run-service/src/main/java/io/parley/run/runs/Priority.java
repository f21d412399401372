package io.parley.run.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of what is sent out is a run's, beside the other runs of its workspace: 1, 2 and 4 parts. None gets nothing. */
enum Priority {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH
}
