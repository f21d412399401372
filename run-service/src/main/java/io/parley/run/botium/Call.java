package io.parley.run.botium;

import java.util.List;

/**
 * A line that calls an asserter, a logic hook or a user input.
 *
 * @param not whether the asserter is to fail
 */
record Call(String name, List<String> args, boolean not) {

    /** As it is written. */
    @Override
    public String toString() {
        return (not ? "!" : "") + name + (args.isEmpty() ? "" : " " + String.join("|", args));
    }
}
