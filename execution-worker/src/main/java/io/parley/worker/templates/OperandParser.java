package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses what operators stand between: a value, the path into it, and the filters behind it. */
final class OperandParser {

    private static final Map<String, Expression.Literal> CONSTANTS = Map.of(
            "true", new Expression.Literal(true),
            "false", new Expression.Literal(false),
            "none", new Expression.Literal(null),
            "null", new Expression.Literal(null));

    private final Tokens tokens;
    private final Supplier<Expression> expressions;

    /** @param expressions parses a whole expression, for parentheses, indexes and arguments */
    OperandParser(Tokens tokens, Supplier<Expression> expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression operand() {
        boolean negative = tokens.skipSymbol("-");
        Expression operand = path();
        return filtered(negative ? new Expression.Minus(operand) : operand);
    }

    private Expression filtered(Expression input) {
        Expression value = input;
        while (tokens.skipSymbol("|")) {
            Token name = tokens.peek();
            Optional<Filter> filter = Filters.named(tokens.requireAnyName());
            List<Expression> arguments = tokens.skipSymbol("(") ? list(")") : List.of();
            value = new Expression.Filtered(value, filter.orElseThrow(() -> unknown(name)), arguments);
        }
        return value;
    }

    private InvalidTemplate unknown(Token name) {
        return tokens.invalid(name, "unknown filter %s; known: %s".formatted(name, String.join(", ", Filters.names())));
    }

    private Expression path() {
        Expression value = primary();
        while (true) {
            if (tokens.skipSymbol(".")) {
                value = new Expression.Member(value, new Expression.Literal(memberName()));
            } else if (tokens.skipSymbol("[")) {
                value = new Expression.Member(value, expressions.get());
                tokens.requireSymbol("]");
            } else {
                return value;
            }
        }
    }

    private String memberName() {
        return tokens.peek().kind() == Token.Kind.NUMBER ? tokens.take().text() : tokens.requireAnyName();
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Expression.Literal(tokens.take().text());
            case NUMBER ->
                new Expression.Literal(
                        Values.numeral(Double.parseDouble(tokens.take().text())));
            case NAME -> named(tokens.take());
            case SYMBOL, END -> grouped();
        };
    }

    private Expression named(Token name) {
        Expression.@Nullable Literal constant = CONSTANTS.get(name.text());
        if (tokens.peekIs(Token.Kind.SYMBOL, "(")) {
            throw tokens.invalid(name, "%s cannot be called; templates have filters, not functions".formatted(name));
        }
        return constant == null ? new Expression.Variable(name.text()) : constant;
    }

    private Expression grouped() {
        if (tokens.skipSymbol("(")) {
            Expression inner = expressions.get();
            tokens.requireSymbol(")");
            return inner;
        }
        if (tokens.skipSymbol("[")) {
            return new Expression.Elements(list("]"));
        }
        throw tokens.unexpected("a value");
    }

    private List<Expression> list(String close) {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.skipSymbol(close)) {
            if (!elements.isEmpty()) {
                tokens.requireSymbol(",");
            }
            elements.add(expressions.get());
        }
        return elements;
    }
}
