package io.parley.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Makes of something good something that is nearly so. */
final class Spoiler {

    private static final int LONGEST_SLICE = 40;

    private Spoiler() {}

    /** Another value in some places: of another type, odd, missing, unknown, or many. */
    static JsonNode spoilt(JsonNode good, Dice dice) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode().add(good.deepCopy());
        for (int places = dice.below(3) + 1; places > 0; places--) {
            spoilOnePlace(root, dice);
        }
        return root.isEmpty() ? JsonNodeFactory.instance.missingNode() : root.get(0);
    }

    private static void spoilOnePlace(ArrayNode root, Dice dice) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        switch (dice.pick(containers)) {
            case ObjectNode object -> spoil(object, dice);
            case ArrayNode array -> spoil(array, dice);
            default -> throw new IllegalStateException("neither object nor array");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void spoil(ObjectNode object, Dice dice) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || dice.percent(15)) {
            object.set(dice.pick(OddValues.TEXTS), OddValues.any(dice));
        } else if (dice.percent(20)) {
            object.remove(dice.pick(names));
        } else {
            object.set(dice.pick(names), OddValues.any(dice));
        }
    }

    private static void spoil(ArrayNode array, Dice dice) {
        if (array.isEmpty() || dice.percent(20)) {
            array.add(OddValues.any(dice));
        } else if (dice.percent(20)) {
            array.removeAll();
        } else {
            array.set(dice.below(array.size()), OddValues.any(dice));
        }
    }

    /** The text with a slice of it missing, doubled, or odd. */
    static String spoilt(String good, Dice dice) {
        StringBuilder text = new StringBuilder(good);
        for (int places = dice.below(3) + 1; places > 0; places--) {
            int from = dice.below(text.length() + 1);
            int to = Math.min(text.length(), from + dice.below(LONGEST_SLICE));
            String slice = text.substring(from, to);
            switch (dice.below(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, slice);
                case 2 -> text.insert(from, dice.pick(OddValues.TEXTS));
                default -> text.replace(from, to, dice.pick(OddValues.TEXTS));
            }
        }
        return text.toString();
    }
}
