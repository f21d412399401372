package io.parley.run.botium;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a step of the lines of a section: what names an asserter, a hook or an input is a call, the rest is the text. */
final class StepReader {

    private final Vocabulary vocabulary;
    private final Sender sender;
    private final List<Call> asserters = new ArrayList<>();
    private final List<Call> hooks = new ArrayList<>();
    private final List<Call> inputs = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean optional;

    private StepReader(Vocabulary vocabulary, Sender sender) {
        this.vocabulary = vocabulary;
        this.sender = sender;
    }

    static Step read(Vocabulary vocabulary, Sender sender, Place place, @Nullable String channel, List<Line> lines) {
        StepReader reader = new StepReader(vocabulary, sender);
        lines.forEach(reader::add);
        return reader.step(place, channel);
    }

    private void add(Line line) {
        Line.Signed signed = Line.Signed.of(line.text());
        String name = line.call().map(Call::name).orElse(signed.text().split(" ", 2)[0]);
        Call call = line.call().orElseGet(() -> call(name, signed));
        if (line.kind().equals("asserter")
                || (line.kind().isEmpty() && sender != Sender.ME && vocabulary.isAsserter(name))) {
            asserters.add(call);
            optional |= signed.optional() || line.optional();
        } else if (line.kind().equals("userinput")
                || (line.kind().isEmpty() && sender == Sender.ME && vocabulary.isInput(name))) {
            inputs.add(call);
        } else if (line.kind().equals("logichook") || line.call().isPresent() || vocabulary.isHook(name)) {
            hooks.add(call);
        } else {
            texts.add(line.text());
        }
    }

    private static Call call(String name, Line.Signed signed) {
        String rest = signed.text().length() > name.length() ? signed.text().substring(name.length() + 1) : "";
        return new Call(name, Line.arguments(rest), signed.not());
    }

    private Step step(Place place, @Nullable String channel) {
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        if (texts.isEmpty()) {
            return new Step(sender, place, channel, null, false, optional, asserters, hooks, inputs);
        }
        Line.Signed first = Line.Signed.of(texts.getFirst());
        texts.set(0, first.text());
        String text = String.join("\n", texts).strip();
        return new Step(
                sender, place, channel, text, first.not(), optional || first.optional(), asserters, hooks, inputs);
    }
}
