package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts partial convos in the place where they are included. */
final class Includes {

    private static final int MOST_STEPS = 400;
    private static final int MOST_INCLUDES = 1_000;

    private final Map<String, Convo> partials;
    private final Mistakes mistakes;
    private final List<Step> steps = new ArrayList<>();
    private int included;

    private Includes(Map<String, Convo> partials, Mistakes mistakes) {
        this.partials = partials;
        this.mistakes = mistakes;
    }

    static Convo resolved(Convo convo, Map<String, Convo> partials, Mistakes mistakes) {
        Includes includes = new Includes(partials, mistakes);
        includes.add(convo.steps(), List.of());
        if (includes.isTooMuch()) {
            mistakes.add(
                    convo.place().file(),
                    convo.place().line(),
                    "comes to more than %d steps, or more than %d partial convos".formatted(MOST_STEPS, MOST_INCLUDES));
        }
        return convo.with(includes.steps);
    }

    private boolean isTooMuch() {
        return steps.size() > MOST_STEPS || included > MOST_INCLUDES;
    }

    /** @param within the partial convos that these are steps of, the outermost first */
    private void add(List<Step> added, List<String> within) {
        for (Step step : added) {
            List<String> included = included(step);
            boolean ofPartial = !within.isEmpty() && (step.sender() == Sender.BEGIN || step.sender() == Sender.END);
            if (step.sender() != Sender.INCLUDE && !ofPartial && (included.isEmpty() || step.hasInteraction())) {
                steps.add(step);
            }
            included.forEach(name -> include(step.place(), name, within));
        }
    }

    private static List<String> included(Step step) {
        if (step.sender() == Sender.INCLUDE) {
            String text = step.text() == null ? "" : step.text();
            String channel = step.channel() == null ? "" : step.channel();
            return Stream.concat(Stream.of(channel), text.lines())
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
        return step.hooks().stream()
                .filter(hook -> hook.name().equals(Step.INCLUDE))
                .map(hook -> String.join("|", hook.args()))
                .toList();
    }

    private void include(Place place, String name, List<String> within) {
        Convo partial = partials.get(name);
        if (partial == null) {
            mistakes.add(
                    place.file(),
                    place.line(),
                    "includes '" + name + "', which is the name of no partial convo among the files");
        } else if (within.contains(name)) {
            mistakes.add(place.file(), place.line(), "includes '" + name + "', which it is a part of");
        } else if (!isTooMuch()) {
            included++;
            add(partial.steps(), Stream.concat(within.stream(), Stream.of(name)).toList());
        }
    }
}
