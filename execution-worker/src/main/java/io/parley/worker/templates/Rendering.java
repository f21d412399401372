package io.parley.worker.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rendering of a template. */
final class Rendering {

    private final Escaping escaping;
    private final Frame frame;
    private final BoundedText out = new BoundedText();

    Rendering(Scope scope, Escaping escaping) {
        this.frame = new Frame(scope);
        this.escaping = escaping;
    }

    String text() {
        return out.toString();
    }

    void renderAll(List<Node> nodes) {
        for (Node node : nodes) {
            frame.count(1);
            render(node);
        }
    }

    private void render(Node node) {
        switch (node) {
            case Node.Text text -> out.append(text.text());
            case Node.Output output -> insert(output.expression().evaluate(frame));
            case Node.Branch branch -> renderAll(chosen(branch));
            case Node.Loop loop -> repeat(loop);
            case Node.Assignment assignment ->
                frame.set(assignment.name(), assignment.value().evaluate(frame));
        }
    }

    private void insert(@Nullable Object value) {
        if (value instanceof Raw raw) {
            out.append(raw.text());
        } else if (value != null) {
            out.append(Values.text(value), escaping);
        }
    }

    private List<Node> chosen(Node.Branch branch) {
        for (Node.Arm arm : branch.arms()) {
            if (Values.isTrue(arm.condition().evaluate(frame))) {
                return arm.body();
            }
        }
        return branch.otherwise();
    }

    private void repeat(Node.Loop loop) {
        List<@Nullable Object> elements = Values.elements(loop.over().evaluate(frame));
        if (elements.isEmpty()) {
            renderAll(loop.otherwise());
        }
        for (int index = 0; index < elements.size(); index++) {
            frame.count(1);
            Map<String, @Nullable Object> locals = new HashMap<>();
            locals.put("loop", position(index, elements.size()));
            bind(loop.names(), elements.get(index), locals);
            frame.within(locals, () -> renderAll(loop.body()));
        }
    }

    /** One name takes the element, or the key of a map's entry; more names take an element's parts. */
    private static void bind(List<String> names, @Nullable Object element, Map<String, @Nullable Object> locals) {
        List<@Nullable Object> parts = Values.parts(element);
        if (names.size() == 1) {
            locals.put(names.getFirst(), element instanceof Map.Entry<?, ?> ? parts.getFirst() : element);
            return;
        }
        for (int part = 0; part < names.size(); part++) {
            locals.put(names.get(part), part < parts.size() ? parts.get(part) : null);
        }
    }

    private static Map<String, Object> position(int index, int length) {
        return Map.of(
                "index",
                index + 1,
                "index0",
                index,
                "revindex",
                length - index,
                "revindex0",
                length - index - 1,
                "first",
                index == 0,
                "last",
                index == length - 1,
                "length",
                length);
    }
}
