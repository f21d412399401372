package io.parley.auth.workspaces;

import io.vertx.mutiny.sqlclient.Row;

/** What came of a change to a workspace's members. */
sealed interface MemberChange {

    /**
     * The change was made.
     *
     * @param member as it is now, or as it was before it was removed
     */
    record Done(MemberView member) implements MemberChange {}

    record NoSuchUser() implements MemberChange {}

    record NoSuchMember() implements MemberChange {}

    /** The member is an owner and the actor is not. */
    record OwnersOnly() implements MemberChange {}

    /** Nobody has answered a mail to the user's address. */
    record Unverified() implements MemberChange {}

    record LastOwner() implements MemberChange {}

    /** Reads a row of {@link MemberSql}: who was meant, whether an owner or unverified, and null as role when nothing changed. */
    static MemberChange of(Row row, boolean byOwner) {
        if (row.getString("role") != null) {
            return new Done(MemberView.of(row));
        }
        if (row.getBoolean("unverified")) {
            return new Unverified();
        }
        return row.getBoolean("is_owner") && !byOwner ? new OwnersOnly() : new LastOwner();
    }
}
