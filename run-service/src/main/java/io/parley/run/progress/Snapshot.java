package io.parley.run.progress;

import io.parley.run.runs.RunView;

/** A run as it stood, and the same as JSON. */
record Snapshot(RunView run, String json) {}
