package io.parley.telemetry.pseudonyms;

import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;

/** Pseudonyms for tests without a service. */
public final class SomePseudonyms {

    static final String KEY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private SomePseudonyms() {}

    public static WorkspacePseudonyms ofNewWorkspace() {
        return new Pseudonyms(KEY).of(new WorkspaceId(Ids.next()));
    }
}
