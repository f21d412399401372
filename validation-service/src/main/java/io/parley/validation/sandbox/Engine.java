package io.parley.validation.sandbox;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;

/**
 * Evaluates one script at a time, each in an engine in which nothing was evaluated before. For one thread, which may be
 * interrupted to end a script.
 */
final class Engine {

    /** 64 MiB. */
    static final int MOST_PAGES = 1024;

    private static final int LONGEST_OUTPUT = 16_384;

    private final Snapshot snapshot;
    private @Nullable Instance clean;
    private String input = "";
    private @Nullable String output;

    Engine(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Runs the prelude's {@code run} on this input.
     *
     * @param json the members of an {@link Evaluation}
     * @return what it says, as JSON
     * @throws ScriptFailed if it says nothing, or too much
     */
    String evaluate(String json) {
        input = json;
        output = null;
        Instance instance = engine();
        try {
            new Wasm(instance).run(snapshot.entry());
        } catch (ScriptFailed failed) {
            throw failed;
        } catch (RuntimeException | StackOverflowError trapped) {
            throw new ScriptFailed(ScriptFailed.Cause.ENGINE, "the script ran out of stack or of its 64 MiB of memory");
        }
        if (output == null) {
            throw new ScriptFailed(ScriptFailed.Cause.ENGINE, "the script ended without a result");
        }
        if (snapshot.fits(instance)) {
            snapshot.restore(instance);
            clean = instance;
        }
        return output;
    }

    /** An engine is taken out while it is used: one that failed is never used again. */
    private Instance engine() {
        Instance instance = clean;
        clean = null;
        return instance == null ? snapshot.engine(this::called) : instance;
    }

    /** The one way from the engine to the outside. */
    private long[] called(Instance instance, long... arguments) {
        Wasm wasm = new Wasm(instance);
        return switch (wasm.text(arguments, 1)) {
            case "input" -> wasm.reply(input);
            case "output" -> {
                if (Wasm.length(arguments, 2) > LONGEST_OUTPUT) {
                    throw new ScriptFailed(
                            ScriptFailed.Cause.SCRIPT, "the script returns more than " + LONGEST_OUTPUT + " bytes");
                }
                output = wasm.text(arguments, 2);
                yield wasm.reply("null");
            }
            default -> throw new ScriptFailed(ScriptFailed.Cause.SCRIPT, "the script calls what there is not");
        };
    }
}
