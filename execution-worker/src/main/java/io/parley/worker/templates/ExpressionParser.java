package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses an expression; what binds more loosely calls what binds more tightly. */
final class ExpressionParser {

    private static final int MAX_DEPTH = 50;
    private static final List<String> COMPARISONS = List.of("==", "===", "!=", "!==", "<", "<=", ">", ">=");

    /** Operators by level, the loosest first; each associates to the left. */
    private static final List<List<String>> ARITHMETIC =
            List.of(List.of("~"), List.of("+", "-"), List.of("*", "/", "%"));

    private static final Map<String, Expression.Literal> CONSTANTS = Map.of(
            "true", new Expression.Literal(true),
            "false", new Expression.Literal(false),
            "none", new Expression.Literal(null),
            "null", new Expression.Literal(null));

    private final Tokens tokens;
    private int depth;

    private ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Takes as many tokens as make up an expression. */
    static Expression parse(Tokens tokens) {
        return new ExpressionParser(tokens).choice();
    }

    private Expression choice() {
        deeper();
        Expression value = either();
        if (tokens.skipName("if")) {
            Expression condition = either();
            Expression otherwise = tokens.skipName("else") ? choice() : new Expression.Literal(null);
            value = new Expression.Choice(condition, value, otherwise);
        }
        depth--;
        return value;
    }

    private Expression either() {
        Expression left = both();
        while (tokens.skipName("or")) {
            left = new Expression.Either(left, both());
        }
        return left;
    }

    private Expression both() {
        Expression left = not();
        while (tokens.skipName("and")) {
            left = new Expression.Both(left, not());
        }
        return left;
    }

    private Expression not() {
        if (!tokens.skipName("not")) {
            return membership();
        }
        deeper();
        Expression negated = new Expression.Not(not());
        depth--;
        return negated;
    }

    private Expression membership() {
        Expression left = test();
        while (tokens.peekIs(Token.Kind.NAME, "in") || tokens.peekIs(Token.Kind.NAME, "not")) {
            boolean negated = tokens.skipName("not");
            tokens.requireName("in");
            Expression within = new Expression.Binary(Operator.IN, left, test());
            left = negated ? new Expression.Not(within) : within;
        }
        return left;
    }

    private Expression test() {
        Expression tested = comparison();
        if (!tokens.skipName("is")) {
            return tested;
        }
        boolean negated = tokens.skipName("not");
        Token name = tokens.peek();
        Expression test = switch (tokens.requireAnyName()) {
            case "defined" -> new Expression.Defined(tested);
            case "undefined", "none", "null" -> new Expression.Not(new Expression.Defined(tested));
            default -> throw tokens.invalid(name, "unknown test %s; known: defined, undefined, none".formatted(name));
        };
        return negated ? new Expression.Not(test) : test;
    }

    private Expression comparison() {
        Expression left = arithmetic();
        while (tokens.peek().kind() == Token.Kind.SYMBOL
                && COMPARISONS.contains(tokens.peek().text())) {
            String symbol = tokens.take().text();
            Operator operator = operator(symbol.length() == 3 ? symbol.substring(0, 2) : symbol);
            left = new Expression.Binary(operator, left, arithmetic());
        }
        return left;
    }

    private Expression arithmetic() {
        return level(ARITHMETIC);
    }

    private Expression level(List<List<String>> levels) {
        if (levels.isEmpty()) {
            return unary();
        }
        List<List<String>> tighter = levels.subList(1, levels.size());
        Expression left = level(tighter);
        while (tokens.peek().kind() == Token.Kind.SYMBOL
                && levels.getFirst().contains(tokens.peek().text())) {
            Operator operator = operator(tokens.take().text());
            left = new Expression.Binary(operator, left, level(tighter));
        }
        return left;
    }

    private static Operator operator(String symbol) {
        return Operator.of(symbol).orElseThrow();
    }

    private Expression unary() {
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
                value = new Expression.Member(value, choice());
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
            Expression inner = choice();
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
            elements.add(choice());
        }
        return elements;
    }

    private void deeper() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw tokens.unexpected("an expression nested less than %d deep".formatted(MAX_DEPTH));
        }
    }
}
