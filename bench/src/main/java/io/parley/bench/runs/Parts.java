package io.parley.bench.runs;

import io.parley.bench.platform.PlatformProcess;

/** What a process of the platform is, by its name. */
final class Parts {

    private Parts() {}

    /** One of our services or workers. */
    static boolean isOwn(String process) {
        return process.endsWith("-service") || process.startsWith("execution-worker") || process.equals("gateway");
    }

    /** Part of the platform, unlike the command that has launched it and only waits. */
    static boolean isPlatform(String process) {
        return !process.equals(PlatformProcess.LAUNCHER);
    }
}
