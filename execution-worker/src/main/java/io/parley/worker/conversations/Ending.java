package io.parley.worker.conversations;

import io.parley.contracts.Checks;
import io.parley.contracts.Transcript;

/** What a conversation came to. */
record Ending(Transcript transcript, Checks checks) {}
