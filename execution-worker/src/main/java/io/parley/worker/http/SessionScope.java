package io.parley.worker.http;

import io.parley.worker.templates.Scope;
import org.jspecify.annotations.Nullable;

/** What a target's templates see besides: what the login captured, as {@code login}. */
record SessionScope(HttpSession session, Scope scope) implements Scope {

    @Override
    public @Nullable Object get(String name) {
        return name.equals("login") ? session.captured() : scope.get(name);
    }
}
