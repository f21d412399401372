package io.parley.run.foreign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of a YAML or JSON text that knows its line. What it is, is for the reader to ask; scalars are texts as they are written. */
public final class Yaml {

    private final Node node;

    private Yaml(Node node) {
        this.node = node;
    }

    /** The text's value; nothing for an empty text, and for one that is neither YAML nor JSON, which is told as a mistake. */
    public static Optional<Yaml> read(String file, String text, Mistakes mistakes) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            return new Compose(settings).composeString(JsonTabs.replaced(text)).map(Yaml::new);
        } catch (MarkedYamlEngineException malformed) {
            int line =
                    malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            mistakes.add(file, line, "is neither YAML nor JSON: " + malformed.getProblem());
        } catch (StackOverflowError nested) {
            mistakes.add(file, 1, "is nested too deep");
        } catch (YamlEngineException malformed) {
            mistakes.add(file, 1, "is neither YAML nor JSON: " + malformed.getMessage());
        }
        return Optional.empty();
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    public Optional<String> text() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The elements of a list; none if it is no list. */
    public List<Yaml> elements() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(Yaml::new).toList()
                : List.of();
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The members of an object in their order; none if it is no object. */
    public List<Map.Entry<String, Yaml>> members() {
        return node instanceof MappingNode object
                ? object.getValue().stream().flatMap(Yaml::member).toList()
                : List.of();
    }

    /** The member of an object. */
    public Optional<Yaml> member(String name) {
        return members().stream()
                .filter(member -> member.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Stream<Map.Entry<String, Yaml>> member(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key
                ? Stream.of(Map.entry(key.getValue(), new Yaml(tuple.getValueNode())))
                : Stream.empty();
    }
}
