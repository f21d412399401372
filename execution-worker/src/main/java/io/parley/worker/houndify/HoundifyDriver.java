package io.parley.worker.houndify;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.HoundifyTarget;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.http.HttpLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Talks to assistants on the Houndify platform. */
@ApplicationScoped
class HoundifyDriver implements Driver<HoundifyTarget> {

    private final HttpLines lines;
    private final Clock clock;
    private final ObjectMapper json;

    HoundifyDriver(HttpLines lines, Clock clock, ObjectMapper json) {
        this.lines = lines;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Class<HoundifyTarget> target() {
        return HoundifyTarget.class;
    }

    @Override
    public Dialogue open(HoundifyTarget target, Opening opening) {
        return new HoundifyDialogue(target, opening, lines.open(opening), clock, json);
    }
}
