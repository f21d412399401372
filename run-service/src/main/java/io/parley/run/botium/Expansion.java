package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Multiplies convos as Botium does: by the rows of scripting memory that have variables of theirs, and by the wordings of the
 * utterances that a user says. The names tell which variant one is.
 */
final class Expansion {

    private static final int MOST_CASES = 20_000;

    private final Project project;
    private final Settings settings;
    private final Mistakes mistakes;
    private final List<Convo> expanded = new ArrayList<>();
    private final List<List<MemoryRow>> tables;
    private boolean refused;

    Expansion(Project project, Settings settings, Mistakes mistakes) {
        this.project = project;
        this.settings = settings;
        this.mistakes = mistakes;
        this.tables = List.copyOf(tables(project.memory()).values());
    }

    List<Convo> convos() {
        for (Convo convo : project.convos()) {
            if (refused) { // what comes behind is too much as well
                break;
            }
            byMemory(convo).forEach(this::expand);
        }
        return expanded;
    }

    private void expand(Convo convo) {
        if (refused) {
            return;
        }
        Convo whole = Includes.resolved(convo, project.partials(), mistakes);
        long count = whole.steps().stream().mapToLong(this::variants).reduce(1, Expansion::times);
        if (count == 0) {
            mistakes.add(
                    convo.place().file(), convo.place().line(), "has the user say an utterance that has no wordings");
        } else if (expanded.size() + count > MOST_CASES) {
            refuse(convo);
        } else {
            byUtterances(whole, 0);
        }
    }

    private static long times(long count, long more) {
        return Math.min(MOST_CASES + 1L, count * more);
    }

    private long variants(Step step) {
        return speaks(step) ? project.wordings(String.valueOf(step.text())).size() : 1;
    }

    private static boolean speaks(Step step) {
        return step.sender() == Sender.ME && step.text() != null && !step.text().isEmpty();
    }

    private void byUtterances(Convo convo, int from) {
        for (int at = from; at < convo.steps().size(); at++) {
            Step step = convo.steps().get(at);
            String name = speaks(step) ? project.utteranceIn(String.valueOf(step.text())) : "";
            if (!name.isEmpty()) {
                saying(convo, at, name);
                return;
            }
        }
        expanded.add(convo);
    }

    private void saying(Convo convo, int at, String utterance) {
        Step step = convo.steps().get(at);
        List<String> wordings = project.wordings(String.valueOf(step.text()));
        int digits = Integer.toString(wordings.size()).length();
        for (int number = 1; number <= wordings.size(); number++) {
            List<Step> steps = new ArrayList<>(convo.steps());
            steps.set(at, step.saying(wordings.get(number - 1)));
            String line = "0".repeat(digits - Integer.toString(number).length()) + number;
            byUtterances(convo.with(steps).named(convo.name() + "/" + utterance + "-L" + line), at + 1);
        }
    }

    private List<Convo> byMemory(Convo convo) {
        Set<String> names = settings.remembers() ? variables(convo) : Set.of();
        List<List<MemoryRow>> named = tables.stream()
                .filter(table -> table.getFirst().values().keySet().stream().anyMatch(names::contains))
                .toList();
        if (named.stream().mapToLong(List::size).reduce(1, Expansion::times) > MOST_CASES) {
            refuse(convo);
            return List.of();
        }
        List<Convo> convos = List.of(convo);
        for (List<MemoryRow> table : named) {
            convos = withRows(convos, table);
        }
        return convos;
    }

    private void refuse(Convo convo) {
        refused = true;
        mistakes.add(
                convo.place().file(),
                convo.place().line(),
                "multiplies, with the convos before it, to more than %d cases; import fewer at a time"
                        .formatted(MOST_CASES));
    }

    private static List<Convo> withRows(List<Convo> convos, List<MemoryRow> table) {
        return table.stream()
                .flatMap(row -> convos.stream()
                        .map(convo ->
                                convo.named(convo.name() + "." + row.name()).remembering(row.values())))
                .toList();
    }

    /** Rows that have the same variables are a table, from whichever file they are. */
    private static Map<Set<String>, List<MemoryRow>> tables(List<MemoryRow> memory) {
        Map<Set<String>, List<MemoryRow>> tables = new LinkedHashMap<>();
        memory.forEach(row -> tables.computeIfAbsent(new TreeSet<>(row.values().keySet()), names -> new ArrayList<>())
                .add(row));
        return tables;
    }

    private Set<String> variables(Convo convo) {
        Set<String> names = new TreeSet<>();
        convo.steps().stream()
                .flatMap(step -> Stream.concat(
                        Stream.ofNullable(step.text()).flatMap(text -> project.wordings(text).stream()),
                        Stream.of(step.asserters(), step.hooks(), step.inputs())
                                .flatMap(List::stream)
                                .flatMap(call -> call.args().stream())))
                .forEach(text -> Memory.NAME.matcher(text).results().forEach(found -> names.add(found.group())));
        return names;
    }
}
