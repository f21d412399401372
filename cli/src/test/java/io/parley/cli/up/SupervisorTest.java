package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backing.Server;
import io.parley.backing.Spawner;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Supervisor supervisor = new Supervisor(1, said::add, () -> {});
    private Patient patient;

    @BeforeEach
    void start() {
        patient = new Patient(folder.resolve("log"));
        patient.start();
        supervisor.watch(patient);
    }

    @AfterEach
    void stop() {
        supervisor.close();
        patient.stop();
    }

    @Test
    void what_ends_by_itself_is_started_again_each_time() throws InterruptedException {
        for (int death = 1; death <= 2; death++) {
            long pid = patient.pids().getFirst();

            patient.kill();

            assertThat(next()).startsWith("patient ended with code 137; it is started again in ");
            assertThat(next()).isEqualTo("patient is up again");
            assertThat(patient.pids().getFirst()).isNotEqualTo(pid);
        }
    }

    @Test
    void what_was_released_is_left_alone() throws InterruptedException {
        supervisor.release(patient);

        patient.kill();
        patient.start();
        supervisor.watch(patient);
        patient.kill();

        assertThat(next()).startsWith("patient ended");
        assertThat(next()).isEqualTo("patient is up again");
        assertThat(said).isEmpty();
    }

    @Test
    void the_pause_before_a_restart_grows_while_it_does_not_stay_up() throws InterruptedException {
        patient.kill();
        String first = next();
        next();
        patient.kill();

        assertThat(first).contains("in 0.5 s");
        assertThat(next()).contains("in 1.0 s");
    }

    private String next() throws InterruptedException {
        String line = said.poll(30, TimeUnit.SECONDS);
        assertThat(line).as("a line of the supervisor within 30 s").isNotNull();
        return String.valueOf(line);
    }

    /** The simplest server: a process that does nothing for an hour. */
    private static final class Patient extends Server {

        Patient(Path log) {
            super("patient", log);
        }

        @Override
        protected void prepare() {
            // Needs nothing.
        }

        @Override
        protected ProcessBuilder command() {
            return new ProcessBuilder("sleep", "3600");
        }

        @Override
        protected Spawner.End end() {
            return Spawner.End.TERM;
        }

        @Override
        protected boolean ready() {
            return true;
        }
    }
}
