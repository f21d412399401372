package io.parley.run.targets;

/** Forms that texts of targets have: regular expressions, and sentences for those that have another. */
final class Form {

    static final String ONE_LINE = "[^\\p{Cntrl}]*";
    static final String ONE_LINE_MESSAGE = "must be one line without control characters";
    static final String NO_NUL = "(?s)[^\\x00]*";
    static final String NO_NUL_MESSAGE = "must not hold the character U+0000";
    static final String METHOD = "GET|POST|PUT|PATCH";
    static final String METHOD_MESSAGE = "must be GET, POST, PUT or PATCH";
    static final String HEADER = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    static final String HEADER_MESSAGE = "must be the name of an HTTP header";
    static final String SECRET = "[A-Za-z_][A-Za-z0-9_]*";
    static final String SECRET_MESSAGE = "must be a name of letters, digits and _";
    static final String POINTER = "(/([^~\\x00]|~[01])*)?";
    static final String POINTER_MESSAGE = "must be a JSON Pointer such as /reply/text, in which ~ is written ~0";

    private Form() {}
}
