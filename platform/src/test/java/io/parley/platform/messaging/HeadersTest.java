package io.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static final Trace ONE = new Trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    private static final Trace OTHER = new Trace("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private final WorkspaceId workspace = new WorkspaceId(Ids.next());

    @Test
    void tell_each_event_its_trace() {
        for (List<Trace> traces :
                List.of(List.of(ONE), List.of(Trace.NONE), List.of(ONE, Trace.NONE, OTHER), List.of(OTHER, OTHER))) {
            assertThat(Headers.traces(Headers.of(workspace, traces), traces.size()))
                    .isEqualTo(traces);
        }
    }

    @Test
    void are_a_plain_traceparent_for_one_event() {
        assertThat(Headers.of(workspace, List.of(ONE)))
                .containsEntry("traceparent", ONE.traceparent())
                .containsEntry("workspace", workspace.toString());
    }

    @Test
    void that_tell_of_another_number_of_events_tell_nothing() {
        Map<String, Object> headers = Headers.of(workspace, List.of(ONE, OTHER));

        assertThat(Headers.traces(headers, 3)).containsOnly(Trace.NONE).hasSize(3);
        assertThat(Headers.traces(Map.of(), 1)).containsExactly(Trace.NONE);
        assertThat(Headers.traces(null, 1)).containsExactly(Trace.NONE);
    }
}
