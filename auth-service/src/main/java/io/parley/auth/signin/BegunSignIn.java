package io.parley.auth.signin;

import io.parley.contracts.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A sign-in as it was stored when it began.
 *
 * @param sealedVerifier sealed
 */
record BegunSignIn(WorkspaceId workspace, String nonce, String sealedVerifier) {

    static BegunSignIn of(Row row) {
        return new BegunSignIn(
                new WorkspaceId(row.getUUID("workspace_id")), row.getString("nonce"), row.getString("verifier"));
    }

    /** Says nothing of its secrets. */
    @Override
    public String toString() {
        return "BegunSignIn[" + workspace + "]";
    }
}
