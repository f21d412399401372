package io.parley.telemetry.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.telemetry.testing.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Lines.class)
class EventTableTest {

    @Inject
    Pool pool;

    @Test
    void a_payload_is_parsed_once_and_not_for_every_rule_that_looks_at_it() {
        String plan = pool.preparedQuery("explain (verbose) " + EventTable.INSERT)
                .execute(EventTable.columns(List.of()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(plan).contains("correct_path").containsOnlyOnce("payload)::jsonb");
    }
}
