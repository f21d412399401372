package io.parley.worker.templates;

import java.util.List;

/** A parsed template: immutable, shared by every thread that renders it. */
final class Template {

    private final List<Node> nodes;

    private Template(List<Node> nodes) {
        this.nodes = nodes;
    }

    static Template parse(String source) {
        return new Template(TemplateParser.parse(source));
    }

    /** Whether the text renders as itself, whatever the variables are. */
    static boolean isPlain(String source) {
        int brace = source.indexOf('{');
        while (brace >= 0 && brace + 1 < source.length()) {
            if ("{%#".indexOf(source.charAt(brace + 1)) >= 0) {
                return false;
            }
            brace = source.indexOf('{', brace + 1);
        }
        return true;
    }

    String render(Scope scope, Escaping escaping) {
        Rendering rendering = new Rendering(scope, escaping);
        rendering.renderAll(nodes);
        return rendering.text();
    }
}
