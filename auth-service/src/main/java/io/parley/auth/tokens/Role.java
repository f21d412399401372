package io.parley.auth.tokens;

import com.fasterxml.jackson.annotation.JsonValue;
import io.parley.platform.access.Access;
import java.util.List;
import java.util.Locale;

/** What a member may do in a workspace, the least first. A role implies those before it. */
public enum Role {
    VIEWER,
    REVIEWER,
    EDITOR,
    ADMIN,
    OWNER;

    /** The role by its name on the wire and in the database. */
    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Name on the wire and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> groups() {
        return Access.implied(text());
    }
}
