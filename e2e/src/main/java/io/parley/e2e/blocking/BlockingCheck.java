package io.parley.e2e.blocking;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import reactor.blockhound.BlockHound;

/**
 * Declares Vert.x event loops non-blocking and reports what blocks there; the call itself goes on undisturbed. Used as
 * {@code -javaagent:blocking-check.jar=FOLDER -XX:+AllowRedefinitionToAddDeleteMethods}; each JVM writes a report of its
 * own into the folder (see {@link Report}).
 */
public final class BlockingCheck {

    private BlockingCheck() {}

    /** Called by the JVM before its program; {@code folder} is where the report goes. */
    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        Report report = Report.start(Path.of(folder));
        BlockHound.Builder check = BlockHound.builder()
                .with(instrumentation)
                .nonBlockingThreadPredicate(none -> BlockingCheck::isEventLoop)
                .blockingMethodCallback(report::add);
        Allowed.all().forEach(allowed -> check.allowBlockingCallsInside(allowed.type(), allowed.method()));
        check.install();
    }

    /** By name, for the application's own class loader has the type. */
    static boolean isEventLoop(Thread thread) {
        return thread.getClass().getName().equals("io.vertx.core.impl.VertxThread")
                && thread.getName().contains("eventloop");
    }
}
