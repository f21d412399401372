package io.parley.bench.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchedTest {

    @Test
    void a_command_with_blanks_and_parentheses_in_its_name_is_read_right() {
        String line = "42 (a (b) c) S 7 42 42 0 -1 4194560 100 0 0 0 11 22 33 44 20 0 1 0 100 1000 10";

        assertThat(Proc.parse(line)).isEqualTo(new Proc.Stat(42, 7, Duration.ofMillis(1_100)));
    }

    @Test
    void a_tree_counts_its_children_and_those_that_have_ended() throws Exception {
        Process shell = shell("i=0; (while [ $i -lt 300000 ]; do i=$((i+1)); done); echo done; read end");
        try {
            assertThat(shell.inputReader().readLine()).isEqualTo("done");

            assertThat(watched(shell).cpu().of(name -> true)).isGreaterThan(Duration.ofMillis(50));
        } finally {
            end(shell);
        }
    }

    @Test
    void a_tree_within_another_counts_for_itself_only() throws Exception {
        Process shell = shell("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo done; read end; :'; :");
        try {
            assertThat(shell.inputReader().readLine()).isEqualTo("done");
            long child = shell.children().findFirst().orElseThrow().pid();

            Map<String, Duration> cpu = new Watched(Map.of("outer", shell.pid(), "inner", child))
                    .cpu()
                    .byProcess();

            assertThat(cpu.get("inner")).isGreaterThan(Duration.ofMillis(50));
            assertThat(cpu.get("outer")).isLessThan(cpu.get("inner"));
        } finally {
            end(shell);
        }
    }

    @Test
    void memory_of_what_has_ended_is_none() throws Exception {
        Process shell = shell("read end");
        Watched watched = watched(shell);
        assertThat(watched.memory().get("shell")).satisfies(memory -> {
            assertThat(memory.resident()).isPositive();
            assertThat(memory.proportional()).isPositive().isLessThanOrEqualTo(memory.resident());
        });

        end(shell);

        assertThat(watched.memory()).containsEntry("shell", Memory.NONE);
        assertThat(watched.cpu().byProcess()).containsEntry("shell", Duration.ZERO);
    }

    private static Watched watched(Process process) {
        return new Watched(Map.of("shell", process.pid()));
    }

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
