package io.parley.validation.structure;

import java.util.Set;

/** The elements of HTML, by the HTML Living Standard of WHATWG, with the obsolete ones that every browser knows. */
final class HtmlElements {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");

    private static final Set<String> FOREIGN = Set.of("svg", "math");

    /** Their end tag may be left out. */
    private static final Set<String> OPEN = Set.of(
            "body",
            "caption",
            "colgroup",
            "dd",
            "dt",
            "head",
            "html",
            "li",
            "optgroup",
            "option",
            "p",
            "rp",
            "rt",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");

    private static final Set<String> OTHERS = Set.of(
            "a",
            "abbr",
            "acronym",
            "address",
            "article",
            "aside",
            "audio",
            "b",
            "bdi",
            "bdo",
            "big",
            "blockquote",
            "button",
            "canvas",
            "center",
            "cite",
            "code",
            "data",
            "datalist",
            "del",
            "details",
            "dfn",
            "dialog",
            "div",
            "dl",
            "em",
            "fieldset",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "i",
            "iframe",
            "ins",
            "kbd",
            "label",
            "legend",
            "main",
            "map",
            "mark",
            "menu",
            "meter",
            "nav",
            "noscript",
            "object",
            "ol",
            "output",
            "picture",
            "pre",
            "progress",
            "q",
            "ruby",
            "s",
            "samp",
            "search",
            "section",
            "select",
            "slot",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "template",
            "time",
            "tt",
            "u",
            "ul",
            "var",
            "video");

    private HtmlElements() {}

    static boolean isKnown(String name) {
        return OTHERS.contains(name)
                || OPEN.contains(name)
                || VOID.contains(name)
                || RAW.contains(name)
                || FOREIGN.contains(name)
                || name.contains("-");
    }

    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    /** What stands in them is text up to their end tag. */
    static boolean isRaw(String name) {
        return RAW.contains(name);
    }

    /** Those that open another language. */
    static boolean isForeign(String name) {
        return FOREIGN.contains(name);
    }

    static boolean mayStayOpen(String name) {
        return OPEN.contains(name);
    }
}
