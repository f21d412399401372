package io.parley.worker.templates;

import java.util.List;

/** Parses the operators of an expression; what binds more loosely calls what binds more tightly. */
final class ExpressionParser {

    private static final int MAX_DEPTH = 50;
    private static final List<String> COMPARISONS = List.of("==", "===", "!=", "!==", "<", "<=", ">", ">=");

    /** Operators by level, the loosest first; each associates to the left. */
    private static final List<List<String>> ARITHMETIC =
            List.of(List.of("~"), List.of("+", "-"), List.of("*", "/", "%"));

    private final Tokens tokens;
    private final OperandParser operands;
    private int depth;

    private ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this::choice);
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
            return operands.operand();
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

    private void deeper() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw tokens.unexpected("an expression nested less than %d deep".formatted(MAX_DEPTH));
        }
    }
}
