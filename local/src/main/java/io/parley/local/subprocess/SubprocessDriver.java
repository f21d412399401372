package io.parley.local.subprocess;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.SubprocessTarget;
import io.parley.platform.eventloops.EventLoops;
import io.parley.worker.dialogues.Dialogue;
import io.parley.worker.dialogues.Driver;
import io.parley.worker.dialogues.Opening;
import jakarta.enterprise.context.ApplicationScoped;

/** Talks to programs that it starts. */
@ApplicationScoped
class SubprocessDriver implements Driver<SubprocessTarget> {

    private final Programs programs;
    private final EventLoops loops;
    private final ObjectMapper json;

    SubprocessDriver(Programs programs, EventLoops loops, ObjectMapper json) {
        this.programs = programs;
        this.loops = loops;
        this.json = json;
    }

    @Override
    public Class<SubprocessTarget> target() {
        return SubprocessTarget.class;
    }

    @Override
    public Dialogue open(SubprocessTarget target, Opening opening) {
        return new SubprocessDialogue(programs, loops, json, target, opening);
    }
}
