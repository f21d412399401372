package io.parley.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program as the user nobody when this process is root's, because PostgreSQL refuses to run as root.
 *
 * <p>Nobody cannot enter folders such as {@code /root}. If a needed folder lies in such a one, the program also gets the
 * right to pass folders (a Linux capability), and nothing else of root's.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";
    private static final Path SELF = Path.of("/proc/self");
    private static final Path STATUS = SELF.resolve("status");
    private static final int OVERRIDE_BIT = 1;
    private static final int READ_SEARCH_BIT = 2;

    private final List<Path> needed;

    /** @param needed the folders that the program must reach */
    Unprivileged(Path... needed) {
        this.needed = List.of(needed);
    }

    /** The command, with what must come before it. */
    List<String> command(List<String> command) {
        if (!root()) {
            return command;
        }
        List<String> whole =
                new ArrayList<>(List.of(setpriv(), "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        if (!needed.stream().allMatch(Unprivileged::everybodyReaches)) {
            String right = "+" + rightToPass();
            whole.addAll(List.of("--inh-caps", right, "--ambient-caps", right, "--securebits", "+no_setuid_fixup"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Makes the program's user the owner of the folder. */
    static void own(Path folder) throws IOException {
        if (root()) {
            Files.setAttribute(folder, "unix:uid", Integer.valueOf(NOBODY));
            Files.setAttribute(folder, "unix:gid", Integer.valueOf(NOBODY));
        }
    }

    private static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(SELF, "unix:uid"));
        } catch (IOException noLinux) {
            return false;
        }
    }

    private static String setpriv() {
        return Spawner.tool("setpriv")
                .orElseThrow(
                        () -> new BackingException("PostgreSQL does not run as root and there is no setpriv to change"
                                + " the user: install util-linux, or run parley as an ordinary user."));
    }

    private static boolean everybodyReaches(Path folder) {
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            if (!enteredByOthers(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean enteredByOthers(Path folder) {
        try {
            return NOBODY.equals(Files.getAttribute(folder, "unix:uid").toString())
                    || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException notThere) {
            return true;
        }
    }

    private String rightToPass() {
        long rights = effectiveRights();
        if ((rights >> READ_SEARCH_BIT & 1) == 1) {
            return "dac_read_search";
        }
        if ((rights >> OVERRIDE_BIT & 1) == 1) {
            return "dac_override";
        }
        throw new BackingException("PostgreSQL runs as the user nobody, who cannot enter every folder on the way to "
                + needed + ": choose a data folder that everybody can reach, or run parley as an ordinary user.");
    }

    private static long effectiveRights() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring("CapEff:".length()).strip(), 16))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new BackingException("Cannot read " + STATUS, e);
        }
    }
}
