package io.parley.telemetry.otlp;

import io.parley.contracts.WorkspaceId;
import io.parley.telemetry.intake.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Takes the conversations out of traces and hands them to the broker. */
@ApplicationScoped
class Traces {

    private final Intake intake;
    private final ExportThread thread;

    Traces(Intake intake, ExportThread thread) {
        this.intake = intake;
        this.thread = thread;
    }

    /** Completes when the broker has every event of the request, with what was not taken. */
    Uni<Export> take(WorkspaceId workspace, byte[] body, Packing packing, Function<byte[], Spans> reader) {
        return thread.compute(body.length, () -> Export.of(reader.apply(packing.unpack(body)), intake))
                .call(export -> intake.take(workspace, export.events()));
    }
}
