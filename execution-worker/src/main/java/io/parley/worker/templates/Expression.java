package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template that has a value; what is undefined is null. */
sealed interface Expression {

    @Nullable Object evaluate(Frame frame);

    record Literal(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return value;
        }
    }

    record Variable(String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return frame.get(name);
        }
    }

    record Member(Expression owner, Expression key) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return Values.member(owner.evaluate(frame), key.evaluate(frame));
        }
    }

    record Elements(List<Expression> elements) implements Expression {
        @Override
        public List<@Nullable Object> evaluate(Frame frame) {
            return all(elements, frame);
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Boolean evaluate(Frame frame) {
            return !Values.isTrue(operand.evaluate(frame));
        }
    }

    record Minus(Expression operand) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            return Values.numeral(-Values.number(operand.evaluate(frame)));
        }
    }

    record Both(Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            return Values.isTrue(first) ? right.evaluate(frame) : first;
        }
    }

    record Either(Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            return Values.isTrue(first) ? first : right.evaluate(frame);
        }
    }

    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            Object second = right.evaluate(frame);
            frame.countUse(first);
            frame.countUse(second);
            return operator.apply(first, second);
        }
    }

    record Defined(Expression operand) implements Expression {
        @Override
        public Boolean evaluate(Frame frame) {
            return operand.evaluate(frame) != null;
        }
    }

    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return (Values.isTrue(condition.evaluate(frame)) ? then : otherwise).evaluate(frame);
        }
    }

    record Filtered(Expression input, Filter filter, List<Expression> arguments) implements Expression {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = input.evaluate(frame);
            frame.countUse(value);
            return filter.apply(value, new Arguments(all(arguments, frame)));
        }
    }

    private static List<@Nullable Object> all(List<Expression> expressions, Frame frame) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(expression.evaluate(frame));
        }
        return values;
    }
}
