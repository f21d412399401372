package io.parley.auth;

import io.parley.platform.settings.Service;
import io.parley.platform.settings.Setting;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;

/** Starts auth-service. */
@QuarkusMain
public final class Main {

    private static final Set<Setting> REQUIRED =
            Set.of(Setting.DATABASE_URL, Setting.DATABASE_USER, Setting.DATABASE_PASSWORD, Setting.MASTER_KEY);

    private Main() {}

    public static void main(String... arguments) {
        Service.run(REQUIRED, arguments);
    }
}
