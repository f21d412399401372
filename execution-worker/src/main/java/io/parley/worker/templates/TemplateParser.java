package io.parley.worker.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Parses a template's segments into nodes. */
final class TemplateParser {

    private static final int MAX_DEPTH = 20;
    private static final Set<String> ELSE_IF = Set.of("elif", "elseif");
    private static final Set<String> CLOSING = Set.of("elif", "elseif", "else", "endif", "endfor");

    private final String source;
    private final List<Segment> segments;
    private int next;
    private int depth;

    private TemplateParser(String source) {
        this.source = source;
        this.segments = Segments.of(source);
    }

    static List<Node> parse(String source) {
        TemplateParser parser = new TemplateParser(source);
        List<Node> nodes = parser.body();
        if (parser.next < parser.segments.size()) {
            Segment stray = parser.segments.get(parser.next);
            throw parser.invalid(
                    stray, "{%% %s %%} closes nothing".formatted(stray.content().strip()));
        }
        return nodes;
    }

    /** Everything up to the statement that closes or divides the surrounding block. */
    private List<Node> body() {
        List<Node> nodes = new ArrayList<>();
        while (next < segments.size() && !isClosing(segments.get(next))) {
            Segment segment = segments.get(next);
            next++;
            nodes.add(node(segment));
        }
        return List.copyOf(nodes);
    }

    private Node node(Segment segment) {
        return switch (segment.kind()) {
            case TEXT -> new Node.Text(segment.content());
            case OUTPUT -> new Node.Output(whole(new Tokens(source, segment)));
            case STATEMENT -> statement(segment);
        };
    }

    private Node statement(Segment segment) {
        Tokens tokens = new Tokens(source, segment);
        return switch (keyword(segment)) {
            case "if" -> nested(segment, () -> branch(segment, tokens));
            case "for" -> nested(segment, () -> loop(segment, tokens));
            case "set" -> assignment(tokens);
            default ->
                throw invalid(segment, "unknown statement '%s'; known: if, for, set, raw".formatted(keyword(segment)));
        };
    }

    private Node nested(Segment segment, Supplier<Node> block) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw invalid(segment, "blocks nested more than %d deep".formatted(MAX_DEPTH));
        }
        Node node = block.get();
        depth--;
        return node;
    }

    private Node branch(Segment opening, Tokens first) {
        List<Node.Arm> arms = new ArrayList<>();
        first.requireName("if");
        arms.add(new Node.Arm(whole(first), body()));
        Segment divider = divider(opening, "endif");
        while (ELSE_IF.contains(keyword(divider))) {
            Tokens tokens = new Tokens(source, divider);
            tokens.requireName(keyword(divider));
            arms.add(new Node.Arm(whole(tokens), body()));
            divider = divider(opening, "endif");
        }
        return new Node.Branch(List.copyOf(arms), otherwise(opening, divider, "endif"));
    }

    private Node loop(Segment opening, Tokens tokens) {
        tokens.requireName("for");
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.requireAnyName());
        } while (tokens.skipSymbol(","));
        tokens.requireName("in");
        Expression over = whole(tokens);
        List<Node> body = body();
        return new Node.Loop(List.copyOf(names), over, body, otherwise(opening, divider(opening, "endfor"), "endfor"));
    }

    private static Node assignment(Tokens tokens) {
        tokens.requireName("set");
        String name = tokens.requireAnyName();
        tokens.requireSymbol("=");
        return new Node.Assignment(name, whole(tokens));
    }

    private List<Node> otherwise(Segment opening, Segment divider, String end) {
        List<Node> otherwise = List.of();
        Segment closing = divider;
        if (keyword(divider).equals("else")) {
            otherwise = body();
            closing = divider(opening, end);
        }
        if (!keyword(closing).equals(end)) {
            throw invalid(closing, "'%s' where '%s' should be".formatted(keyword(closing), end));
        }
        return otherwise;
    }

    /** Takes the statement that ended a body. */
    private Segment divider(Segment opening, String end) {
        if (next >= segments.size()) {
            throw invalid(opening, "{%% %s %%} has no {%% %s %%}".formatted(keyword(opening), end));
        }
        Segment divider = segments.get(next);
        next++;
        return divider;
    }

    private static Expression whole(Tokens tokens) {
        Expression expression = ExpressionParser.parse(tokens);
        tokens.requireEnd();
        return expression;
    }

    private static boolean isClosing(Segment segment) {
        return segment.kind() == Segment.Kind.STATEMENT && CLOSING.contains(keyword(segment));
    }

    private static String keyword(Segment segment) {
        String content = segment.content().strip();
        int end = 0;
        while (end < content.length() && Character.isLetter(content.charAt(end))) {
            end++;
        }
        return content.substring(0, end);
    }

    private InvalidTemplate invalid(Segment segment, String message) {
        return InvalidTemplate.at(source, segment.position(), message);
    }
}
