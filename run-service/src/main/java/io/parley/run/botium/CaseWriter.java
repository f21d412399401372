package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes one convo as a case. Botium takes answers out of a queue; here each turn has one answer, so the n-th {@code #bot} speaks of the
 * answer to the n-th {@code #me}. What cannot be done is said where it would have been done.
 */
final class CaseWriter {

    private static final int LONGEST_TEXT = 32_768;
    private static final int MOST_TURNS = 100;

    private final Project project;
    private final Convo convo;
    private final Memory memory;
    private final TextScript script;
    private final Hooks hooks;
    private final Set<String> global;
    private final JsonPaths paths = new JsonPaths();
    private final Heard heard = new Heard();
    private final List<TurnDraft> turns = new ArrayList<>();
    private final ArrayNode expect = JsonNodeFactory.instance.arrayNode();
    private int answered;

    CaseWriter(Convo convo, Project project, Settings settings) {
        this.convo = convo;
        this.project = project;
        this.memory = new Memory(settings.remembers(), convo.memory());
        this.script = TextScript.of(settings);
        this.hooks = new Hooks(memory, settings.timeoutMillis());
        this.global = settings.global();
    }

    ObjectNode written(String name) {
        global.forEach(each -> unsupported(convo.place(), each + ", which the project registers for every convo"));
        convo.steps().forEach(this::add);
        if (turns.isEmpty()) {
            unsupported(convo.place(), "a convo in which the user says nothing");
            turns.add(new TurnDraft("-"));
        }
        if (turns.size() > MOST_TURNS) {
            unsupported(convo.place(), "more than " + MOST_TURNS + " turns");
        }
        if (expect.isEmpty() && turns.stream().allMatch(TurnDraft::expectsNothing)) {
            turns.getLast().expect(Expected.anyAnswer());
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("name", name);
        ArrayNode all = written.putArray("turns");
        turns.stream().limit(MOST_TURNS).map(TurnDraft::written).forEach(all::add);
        if (!expect.isEmpty()) {
            written.set("expect", expect);
        }
        hooks.timeout().ifPresent(millis -> written.put("timeout", millis + "ms"));
        return written;
    }

    private void add(Step step) {
        switch (step.sender()) {
            case ME -> say(step);
            case BOT -> hear(step);
            case BEGIN, END, INCLUDE -> aside(step);
        }
    }

    /** Asserters and hooks before the first turn and after the last one. */
    private void aside(Step step) {
        step.asserters().forEach(call -> unsupported(step.place(), call.toString()));
        hooks.apply(step, Optional.empty()).forEach(what -> unsupported(step.place(), what));
    }

    private void say(Step step) {
        boolean onlyHooks =
                step.text() == null && step.inputs().isEmpty() && !step.hooks().isEmpty();
        if (onlyHooks) { // says nothing: such a step only sets something
            aside(step);
            return;
        }
        String said = memory.applied(step.text() == null ? "" : step.text());
        TurnDraft turn = new TurnDraft(template(said));
        turns.add(turn);
        Stream.of(step.inputs(), step.asserters())
                .flatMap(List::stream)
                .forEach(call -> unsupported(turn, step.place(), call.toString()));
        sayable(step, said).forEach(what -> unsupported(turn, step.place(), what));
        hooks.apply(step, Optional.empty()).forEach(what -> unsupported(turn, step.place(), what));
    }

    /** What stands in the way of saying a text as Botium says it. */
    private Stream<String> sayable(Step step, String said) {
        List<String> obstacles = new ArrayList<>();
        memory.beyond(said).ifPresent(name -> obstacles.add(name + " in what the user says"));
        if (said.isBlank() && step.inputs().isEmpty()) {
            obstacles.add("an empty message");
        }
        if (isJson(said)) {
            obstacles.add("JSON as what the user says");
        }
        if (Memory.template(said).length() > LONGEST_TEXT) {
            obstacles.add("a message of more than " + LONGEST_TEXT + " characters");
        }
        if (step.channel() != null) {
            obstacles.add("the channel " + step.channel());
        }
        return obstacles.stream();
    }

    /** A template that says it; where it cannot be said, the turn ends as an error and says as good as nothing. */
    private static String template(String said) {
        String template = Memory.template(said);
        return said.isBlank() || template.length() > LONGEST_TEXT ? "-" : template;
    }

    private void hear(Step step) {
        if (answered >= turns.size()) {
            unsupported(step.place(), "a #bot that answers no #me of its own; a target answers each message once");
            return;
        }
        int index = answered++;
        TurnDraft turn = turns.get(index);
        if (step.optional()) {
            unsupported(turn, step.place(), "an optional #bot (?)");
        }
        if (step.channel() != null) {
            unsupported(turn, step.place(), "the channel " + step.channel());
        }
        step.inputs().forEach(input -> unsupported(turn, step.place(), input.toString()));
        text(step, index, turn);
        Asserters asserters = new Asserters(script, paths);
        step.asserters().forEach(call -> ask(asserters, call, step, turn));
        hooks.apply(step, Optional.of(turn)).forEach(what -> unsupported(turn, step.place(), what));
        if (turn.expectsNothing()) {
            turn.expect(Expected.anyAnswer());
        }
    }

    private void text(Step step, int index, TurnDraft turn) {
        if (step.text() == null || step.text().isEmpty()) {
            return;
        }
        List<String> texts =
                project.wordings(step.text()).stream().map(memory::applied).toList();
        Optional<String> function =
                texts.stream().flatMap(text -> memory.function(text).stream()).findFirst();
        if (function.isPresent() || isJson(step.text())) {
            unsupported(
                    turn, step.place(), function.map(name -> name + " in #bot").orElse("JSON as an answer"));
            return;
        }
        List<String> open =
                texts.stream().filter(text -> !memory.unknown(text).isEmpty()).toList();
        turn.expect(script.match(texts, false, step.not(), open, heard.texts()));
        if (!open.isEmpty()) {
            heard.add(index, open);
            memory.hear(open);
        }
    }

    private void ask(Asserters asserters, Call call, Step step, TurnDraft turn) {
        Call known =
                new Call(call.name(), call.args().stream().map(memory::applied).toList(), call.not());
        List<String> wordings = call.args().stream()
                .flatMap(text -> project.wordings(text).stream())
                .map(memory::applied)
                .toList();
        boolean isKnown = Asserters.comparesText(call)
                ? wordings.stream().allMatch(text -> memory.function(text).isEmpty())
                : known.args().stream().allMatch(text -> memory.beyond(text).isEmpty());
        (isKnown ? asserters.assertion(known, wordings, turn, heard) : Optional.<ObjectNode>empty())
                .ifPresentOrElse(turn::expect, () -> unsupported(turn, step.place(), call.toString()));
    }

    private static boolean isJson(String text) {
        return (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
    }

    private void unsupported(Place place, String what) {
        if (expect.size() < MOST_TURNS) {
            expect.add(Expected.unsupported(what + " (" + place + ")"));
        }
    }

    private static void unsupported(TurnDraft turn, Place place, String what) {
        turn.expect(Expected.unsupported(what + " (" + place + ")"));
    }
}
