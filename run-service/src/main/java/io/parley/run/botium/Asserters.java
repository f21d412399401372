package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.run.foreign.Expected;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What asserters ask, as assertions. Those that cannot be asked just so are not: nothing is what an asserter that is not there makes of it. */
final class Asserters {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern TEXT =
            Pattern.compile("TEXT(_IC|_EQUALS(_IC)?|_(CONTAINS|WILDCARD|WILDCARDEXACT|REGEXP)_(ANY|ALL)(_IC)?)?");

    private final TextScript script;
    private final JsonPaths paths;

    Asserters(TextScript script, JsonPaths paths) {
        this.script = script;
        this.paths = paths;
    }

    /**
     * Nothing if it cannot be asked.
     *
     * @param call with the values of scripting memory in its arguments
     * @param wordings what the arguments stand for where they are texts
     */
    Optional<ObjectNode> assertion(Call call, List<String> wordings, TurnDraft turn, Heard heard) {
        return switch (call.name()) {
            case "BUTTONS", "MEDIA", "CARDS" -> shown(call);
            case "BUTTONS_COUNT", "MEDIA_COUNT", "CARDS_COUNT" -> count(call);
            case "INTENT" ->
                one(call).map(intent -> negated(call, NODES.objectNode().put("intent", Memory.template(intent))));
            case "INTENT_CONFIDENCE" -> one(call).flatMap(percent -> confidence(call, percent));
            case "RESPONSE_LENGTH" -> length(call);
            case "JSON_PATH" -> paths.matching(call, turn, script);
            case "JSON_PATH_COUNT" -> paths.counted(call, turn);
            default -> comparesText(call) ? text(call, wordings, heard) : Optional.empty();
        };
    }

    /** Whether its arguments are texts that an answer is compared with. */
    static boolean comparesText(Call call) {
        return TEXT.matcher(call.name()).matches();
    }

    private Optional<ObjectNode> text(Call call, List<String> wordings, Heard heard) {
        return wordings.isEmpty()
                ? Optional.empty()
                : Optional.of(script.matching(matching(call.name()))
                        .match(wordings, call.name().contains("_ALL"), call.not(), List.of(), heard.texts()));
    }

    private static Matching matching(String name) {
        String mode = name.contains("CONTAINS")
                ? "include"
                : name.contains("WILDCARDEXACT")
                        ? "wildcardExact"
                        : name.contains("WILDCARD") ? "wildcard" : name.contains("REGEXP") ? "regexp" : "equals";
        return Matching.named(name.endsWith("_IC") ? mode + "IgnoreCase" : mode);
    }

    /**
     * Parley compares what is shown as a whole. That can only ask for more than Botium does, so it must not be denied, unless Botium
     * compares so too.
     */
    private Optional<ObjectNode> shown(Call call) {
        ObjectNode shown = NODES.objectNode();
        if (call.args().isEmpty()) {
            shown.putObject("count").put("min", 1);
            return Optional.of(negated(call, named(call, shown)));
        }
        if (call.not() && script.matching() != Matching.EQUALS) {
            return Optional.empty();
        }
        if (call.not()) {
            return Optional.of(none(call));
        }
        ArrayNode texts = shown.putArray("include");
        call.args().forEach(text -> texts.add(Memory.template(text)));
        return Optional.of(named(call, shown));
    }

    private static ObjectNode none(Call call) {
        ObjectNode assertion = NODES.objectNode();
        ArrayNode all = assertion.putArray("all");
        for (String text : call.args()) {
            ObjectNode shown = NODES.objectNode();
            shown.putArray("include").add(Memory.template(text));
            all.add(negated(call, named(call, shown)));
        }
        return assertion;
    }

    private static Optional<ObjectNode> count(Call call) {
        return Count.of(call.args(), 0).map(count -> {
            ObjectNode shown = NODES.objectNode();
            shown.set("count", count.range());
            return negated(call, named(call, shown));
        });
    }

    private static ObjectNode named(Call call, ObjectNode shown) {
        ObjectNode assertion = NODES.objectNode();
        assertion.set(call.name().replace("_COUNT", "").toLowerCase(Locale.ROOT), shown);
        return assertion;
    }

    private static Optional<ObjectNode> confidence(Call call, String percent) {
        if (!percent.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        ObjectNode assertion = NODES.objectNode();
        assertion.putObject("confidence").put("at-least", Integer.parseInt(percent) / 100.0);
        return Optional.of(negated(call, assertion));
    }

    private static Optional<ObjectNode> length(Call call) {
        return call.args().isEmpty() || !call.args().getFirst().matches("[0-9]{1,9}")
                ? Optional.empty()
                : Optional.of(Expected.script("output.length " + (call.not() ? ">" : "<=") + " "
                        + Integer.parseInt(call.args().getFirst())));
    }

    private static Optional<String> one(Call call) {
        return call.args().size() == 1 ? Optional.of(call.args().getFirst()) : Optional.empty();
    }

    private static ObjectNode negated(Call call, ObjectNode assertion) {
        if (!call.not()) {
            return assertion;
        }
        ObjectNode not = NODES.objectNode();
        not.set("not", assertion);
        return not;
    }
}
