package io.parley.bench.fuzz;

/**
 * An answer that must not be.
 *
 * @param what is wrong with it
 */
public record Finding(FuzzRequest request, String what) {

    /** For people. */
    @Override
    public String toString() {
        return "## " + request.operation().name() + "\n\n" + what + "\n\n" + request + "\n";
    }
}
