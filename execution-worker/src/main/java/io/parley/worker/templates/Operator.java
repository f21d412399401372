package io.parley.worker.templates;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operator between two values. */
enum Operator {
    EQUAL("==") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.looselyEqual(left, right);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return !Values.looselyEqual(left, right);
        }
    },
    AT_MOST("<=") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.compare(left, right) <= 0;
        }
    },
    AT_LEAST(">=") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.compare(left, right) >= 0;
        }
    },
    BELOW("<") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.compare(left, right) < 0;
        }
    },
    ABOVE(">") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.compare(left, right) > 0;
        }
    },
    IN("in") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.contains(right, left);
        }
    },
    JOIN("~") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return joined(left, right);
        }
    },
    PLUS("+") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return left instanceof Number first && right instanceof Number second
                    ? Values.numeral(first.doubleValue() + second.doubleValue())
                    : joined(left, right);
        }
    },
    MINUS("-") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.numeral(Values.number(left) - Values.number(right));
        }
    },
    TIMES("*") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.numeral(Values.number(left) * Values.number(right));
        }
    },
    OVER("/") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.numeral(Values.number(left) / Values.number(right));
        }
    },
    REMAINDER("%") {
        @Override
        Object apply(@Nullable Object left, @Nullable Object right) {
            return Values.numeral(Values.number(left) % Values.number(right));
        }
    };

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    abstract Object apply(@Nullable Object left, @Nullable Object right);

    static Optional<Operator> of(String symbol) {
        return Stream.of(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    private static String joined(@Nullable Object left, @Nullable Object right) {
        String first = Values.text(left);
        String second = Values.text(right);
        BoundedText.require((long) first.length() + second.length());
        return first + second;
    }
}
