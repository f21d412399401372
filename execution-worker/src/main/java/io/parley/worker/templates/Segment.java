package io.parley.worker.templates;

/**
 * A stretch of a template's source.
 *
 * @param content what stands between the delimiters, trimming marks removed
 * @param position where the content begins in the source
 */
record Segment(Kind kind, String content, int position) {

    enum Kind {
        TEXT,
        OUTPUT,
        STATEMENT
    }
}
