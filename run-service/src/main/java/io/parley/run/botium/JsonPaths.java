package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.platform.expressions.InvalidExpression;
import io.parley.platform.expressions.JsonQuery;
import io.parley.run.foreign.Expected;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths into the body of a response, which captures look into. Only those that lead to one value: a capture takes the first, and
 * Botium looks at all of them. For one case.
 */
final class JsonPaths {

    private static final Pattern TO_ONE =
            Pattern.compile("\\$(\\.[A-Za-z_][\\w-]*|\\[[0-9]+]|\\['[^']*']|\\[\"[^\"]*\"])+");
    private static final int LONGEST = 1_000;

    private int captured;

    /** With one argument that there is something, with two that it matches the second. */
    Optional<ObjectNode> matching(Call call, TurnDraft turn, TextScript script) {
        boolean compares = call.args().size() == 2;
        if (call.args().isEmpty()
                || call.args().size() > 2
                || !leadsToOne(call.args().getFirst())
                || (call.not() && !compares)) {
            return Optional.empty();
        }
        String variable = captured(call.args().getFirst(), turn);
        return Optional.of(
                compares ? script.matchValue(variable, call.args().get(1), call.not()) : Expected.anyAnswer());
    }

    /** How many parts the value has. */
    Optional<ObjectNode> counted(Call call, TurnDraft turn) {
        if (call.args().isEmpty()
                || call.args().size() > 2
                || !leadsToOne(call.args().getFirst())) {
            return Optional.empty();
        }
        return Count.of(call.args(), 1)
                .map(count -> TextScript.countValue(captured(call.args().getFirst(), turn), count, call.not()));
    }

    static boolean leadsToOne(String path) {
        try {
            JsonQuery.compile(path);
            return path.length() <= LONGEST && TO_ONE.matcher(path).matches();
        } catch (InvalidExpression invalid) {
            return false;
        }
    }

    private String captured(String path, TurnDraft turn) {
        String variable = "botium_value_" + ++captured;
        turn.capture(variable, path);
        return variable;
    }
}
