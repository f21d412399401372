package io.parley.run.suites;

import io.roastedroot.quickjs4j.core.Engine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is no JavaScript in the scripts of one suite, with the engine that evaluates them in validation-service. Here it
 * compiles them and never runs anything. For one thread.
 */
final class ScriptSyntax implements AutoCloseable {

    /** An engine takes some 50 ms to start, and none is used again after it refused something. */
    static final int MOST_ENGINES = 40;

    private static final int MOST_SCRIPTS = 1_000;
    private static final Pattern RETURNS = Pattern.compile("\\breturn\\b");
    private static final Pattern MISTAKE = Pattern.compile("Error: ([^\\n]+)(?:\\n *at function\\.mjs:(\\d+))?");

    private @Nullable Engine engine;
    private int engines;
    private int scripts;

    /**
     * What is wrong with a script, which is an expression or the body of a function. Nothing too when it is beyond what can
     * be looked at in an import: then it is found where it is evaluated.
     */
    Optional<String> complaint(String script) {
        scripts++;
        if (scripts > MOST_SCRIPTS) {
            return Optional.empty();
        }
        return RETURNS.matcher(script).find()
                ? mistake(body(script))
                        .flatMap(mistake -> mistake(expression(script)).map(other -> mistake))
                : mistake(expression(script)).flatMap(other -> mistake(body(script)));
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    private static String expression(String script) {
        return function("return (" + script + "\n)");
    }

    private static String body(String script) {
        return function(script);
    }

    private static String function(String body) {
        return "(function (output, json, turns) {" + body + "\n})";
    }

    private Optional<String> mistake(String source) {
        Engine compiler = engine();
        if (compiler == null) {
            return Optional.empty();
        }
        try {
            compiler.free(compiler.compileRaw(source.getBytes(StandardCharsets.UTF_8)));
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError refused) {
            Optional<String> mistake = told(compiler.stderr());
            close();
            return mistake;
        }
    }

    private @Nullable Engine engine() {
        if (engine == null && engines < MOST_ENGINES) {
            engine = Engine.builder().build();
            engines++;
        }
        return engine;
    }

    /** Nothing if it was not the syntax that the engine failed at, but its stack for instance. */
    private static Optional<String> told(@Nullable String errors) {
        Matcher mistake = MISTAKE.matcher(errors == null ? "" : errors);
        return mistake.find()
                ? Optional.of(mistake.group(1)
                        + (mistake.group(2) == null ? "" : " (line " + mistake.group(2) + " of the script)"))
                : Optional.empty();
    }
}
