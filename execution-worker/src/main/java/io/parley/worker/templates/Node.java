package io.parley.worker.templates;

import java.util.List;

/** A piece of a template. */
sealed interface Node {

    record Text(String text) implements Node {}

    record Output(Expression expression) implements Node {}

    record Branch(List<Arm> arms, List<Node> otherwise) implements Node {}

    /** One {@code if} or {@code elif} of a branch. */
    record Arm(Expression condition, List<Node> body) {}

    /** {@code names} is one name for the element, or two for key and value of a map. */
    record Loop(List<String> names, Expression over, List<Node> body, List<Node> otherwise) implements Node {}

    record Assignment(String name, Expression value) implements Node {}
}
