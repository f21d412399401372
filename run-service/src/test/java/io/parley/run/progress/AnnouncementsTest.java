package io.parley.run.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.parley.contracts.RunId;
import io.parley.platform.ids.Ids;
import io.parley.platform.testing.BackingResource;
import io.parley.run.runs.RunsChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "schema", value = "runs"))
class AnnouncementsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Announcements announcements;

    @Test
    void every_listener_hears_over_redis_which_runs_changed() {
        RunId first = new RunId(Ids.next());
        RunId second = new RunId(Ids.next());
        List<RunId> heard = new CopyOnWriteArrayList<>();
        AtomicInteger subscriptions = new AtomicInteger();
        announcements.listen(heard::add, subscriptions::incrementAndGet);
        Awaitility.await().atMost(PATIENCE).untilAtomic(subscriptions, is(1));

        announcements.announce(new RunsChanged(Set.of(first, second)));

        Awaitility.await().atMost(PATIENCE).until(() -> heard.containsAll(List.of(first, second)));
        assertThat(heard.stream().filter(Set.of(first, second)::contains)).hasSize(2);
    }
}
