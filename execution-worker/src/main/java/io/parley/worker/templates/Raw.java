package io.parley.worker.templates;

/** A text that goes into the output as it is, because a filter made it fit for it. */
record Raw(String text) {

    @Override
    public String toString() {
        return text;
    }
}
