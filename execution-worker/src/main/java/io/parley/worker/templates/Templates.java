package io.parley.worker.templates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders templates; each is parsed once and kept, as many executions share few templates. */
@ApplicationScoped
public class Templates {

    private static final int MAX_KEPT = 4_096;
    private static final int MAX_KEPT_LENGTH = 16_384;

    private final Map<String, Template> kept = new ConcurrentHashMap<>();

    /** The template's text, its values inserted; a faulty template fails with {@link InvalidTemplate}. */
    public String render(String source, Scope scope, Escaping escaping) {
        return Template.isPlain(source) ? source : parsed(source).render(scope, escaping);
    }

    /** Whether an expression, as templates have it between {@code {% if} and {@code %}}, is true. */
    public boolean isTrue(String expression, Scope scope) {
        return !render("{% if " + expression + " %}1{% endif %}", scope, Escaping.NONE)
                .isEmpty();
    }

    /** A structure of maps, lists and scalars with every string in it rendered; keys are left as they are. */
    public Map<String, Object> renderAll(Map<String, Object> structure, Scope scope) {
        Map<String, Object> rendered = new LinkedHashMap<>(structure);
        rendered.replaceAll((key, value) -> renderAny(value, scope));
        return rendered;
    }

    private Object renderAny(Object value, Scope scope) {
        return switch (value) {
            case null -> value;
            case String source -> render(source, scope, Escaping.NONE);
            case Map<?, ?> map -> renderMap(map, scope);
            case List<?> list -> renderList(list, scope);
            default -> value;
        };
    }

    private Map<?, ?> renderMap(Map<?, ?> map, Scope scope) {
        Map<Object, Object> rendered = new LinkedHashMap<>(map);
        rendered.replaceAll((key, value) -> renderAny(value, scope));
        return rendered;
    }

    private List<?> renderList(List<?> list, Scope scope) {
        List<Object> rendered = new ArrayList<>(list);
        rendered.replaceAll(element -> renderAny(element, scope));
        return rendered;
    }

    /** When the store is full it starts anew: rare, cheap, and nothing to look after on each use. */
    private Template parsed(String source) {
        Template known = kept.get(source);
        if (known != null) {
            return known;
        }
        Template template = Template.parse(source);
        if (source.length() <= MAX_KEPT_LENGTH) {
            if (kept.size() >= MAX_KEPT) {
                kept.clear();
            }
            kept.put(source, template);
        }
        return template;
    }
}
