package io.parley.backing.shared;

import java.util.Arrays;
import java.util.Optional;

/** Finds the Maven that runs the tests in this process. */
final class MavenProcess {

    private static final String MAIN_CLASS = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private MavenProcess() {}

    /** The nearest Maven among the ancestors of the process; the process itself when there is none, as in an IDE. */
    static ProcessHandle orThis(ProcessHandle process) {
        Optional<ProcessHandle> ancestor = process.parent();
        while (ancestor.isPresent()) {
            if (isMaven(ancestor.get())) {
                return ancestor.get();
            }
            ancestor = ancestor.get().parent();
        }
        return process;
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(MAIN_CLASS))
                .orElse(false);
    }
}
