package io.parley.local;

import io.parley.local.door.Door;
import io.parley.local.subprocess.Programs;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Tells where it can be asked, in a line of standard output: the address, and the key that opens it. Ends when its standard input
 * does, which is when whoever started it is gone.
 */
@Singleton
@Unremovable // asked for by its class
final class Local implements QuarkusApplication {

    private static final int ENDED = 0;

    private final Door door;
    private final Programs programs;

    Local(Door door, Programs programs) {
        this.door = door;
        this.programs = programs;
    }

    @Override
    public int run(String... arguments) throws IOException {
        System.out.println(door.open().subscribeAsCompletionStage().join());
        while (System.in.read() >= 0) {
            // nothing is said there
        }
        programs.killAll();
        Runtime.getRuntime().halt(ENDED); // nothing is kept, and nobody hears what is under way complain of its end
        return ENDED;
    }
}
