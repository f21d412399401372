package io.parley.run.foreign;

import java.util.List;

/** A format of another tool. Being a bean is what makes it known. */
public interface Format {

    /** The name that an import can ask for it by, such as {@code promptfoo}. */
    String name();

    /** Whether these look like files of this format. */
    boolean recognises(SourceFiles files);

    /**
     * The suites in the files. What the platform cannot do becomes an assertion that ends as an error and names it, never one
     * that passes.
     *
     * @throws io.parley.platform.problems.Problem all mistakes at once, each with its file and line, where the files are not of
     *     the format
     */
    List<ForeignSuite> read(SourceFiles files);
}
