package io.parley.run.botium;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What logic hooks do: to scripting memory, to what is captured, and to how long an answer is waited for. For one case. */
final class Hooks {

    private static final String OF_RESPONSE = "$.sourceData";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final List<String> RESERVED = List.of("message", "conversation", "secrets");

    private final Memory memory;
    private int timeout;
    private final int given;

    Hooks(Memory memory, int timeoutMillis) {
        this.memory = memory;
        this.timeout = timeoutMillis;
        this.given = timeoutMillis;
    }

    /** How long a turn may take, where it is not what suites take by themselves. */
    Optional<Integer> timeout() {
        return timeout == Settings.TIMEOUT ? Optional.empty() : Optional.of(timeout);
    }

    /**
     * Does what the hooks of a step do.
     *
     * @param turn that the step speaks of the answer of
     * @return those that cannot be done
     */
    List<String> apply(Step step, Optional<TurnDraft> turn) {
        List<String> undone = new ArrayList<>();
        for (Call hook : step.hooks()) {
            if (!hook.name().equals(Step.INCLUDE) && !done(hook, turn)) {
                undone.add(hook.toString());
            }
        }
        return undone;
    }

    private boolean done(Call hook, Optional<TurnDraft> turn) {
        List<String> args = hook.args();
        return switch (hook.name()) {
            case "SET_SCRIPTING_MEMORY" -> args.size() == 2 && set(args.getFirst(), memory.applied(args.get(1)));
            case "CLEAR_SCRIPTING_MEMORY" ->
                args.size() == 1 && !memory.isHeard("$" + args.getFirst()) && set(args.getFirst(), "");
            case "ASSIGN_SCRIPTING_MEMORY" ->
                args.size() == 2 && turn.isPresent() && assign(args.getFirst(), args.get(1), turn.get());
            case "WAITFORBOT" ->
                turn.isPresent()
                        && args.size() == 1
                        && args.getFirst().matches("[1-9][0-9]{0,6}")
                        && waitFor(Integer.parseInt(args.getFirst()), turn.get());
            default -> false;
        };
    }

    private boolean set(String name, String value) {
        boolean isKnown = memory.beyond(value).isEmpty();
        if (isKnown) {
            memory.set("$" + name, value);
        }
        return isKnown;
    }

    private boolean assign(String name, String path, TurnDraft turn) {
        String ofBody = "$" + path.substring(Math.min(OF_RESPONSE.length(), path.length()));
        if (!path.startsWith(OF_RESPONSE)
                || !JsonPaths.leadsToOne(ofBody)
                || !VARIABLE.matcher(name).matches()
                || RESERVED.contains(name)) {
            return false;
        }
        turn.capture(name, ofBody);
        memory.capture("$" + name, name);
        return true;
    }

    /** A turn must not take longer, and is given as long as the longest one. */
    private boolean waitFor(int millis, TurnDraft turn) {
        if (millis < Math.max(given, timeout)) {
            ObjectNode latency = JsonNodeFactory.instance.objectNode();
            latency.putObject("latency").put("at-most", millis + "ms");
            turn.expect(latency);
        }
        timeout = Math.max(timeout, millis);
        return true;
    }
}
