package io.parley.run.promptfoo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that nothing here can do, and what becomes of it: an assertion that ends as an error and names it. */
final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String TYPE = "unsupported";

    private final String what;

    Unsupported(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    ObjectNode assertion() {
        return assertion(what);
    }

    static ObjectNode assertion(String what) {
        return Json.object().put(TYPE, OneLine.of(TemplateText.isTemplate(what) ? what.replaceAll("[{}]", "") : what));
    }
}
