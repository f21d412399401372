package io.parley.e2e.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockingCheckTest {

    @TempDir
    Path folder;

    @Test
    void a_blocking_call_on_an_event_loop_is_reported_with_its_stack() throws Exception {
        run("eventloop");

        assertThat(Agent.violations(folder))
                .anySatisfy(
                        violation -> assertThat(violation).contains("park on vert.x-eventloop", "BlockingCall.block"));
    }

    @Test
    void a_blocking_call_on_a_worker_thread_is_none() throws Exception {
        run("worker");

        assertThat(Agent.watched(folder)).singleElement().asString().contains("BlockingCall");
        assertThat(Agent.violations(folder)).isEmpty();
    }

    private void run(String where) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Agent.options(folder));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BlockingCall.class.getName(), where));

        Process process = new ProcessBuilder(command).inheritIO().start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
