package io.parley.gateway;

import io.parley.platform.settings.Service;
import io.parley.platform.settings.Setting;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;

/** Starts the gateway. */
@QuarkusMain
public final class Main {

    private static final Set<Setting> REQUIRED =
            Set.of(Setting.REDIS_URL, Setting.AUTH_URL, Setting.RUN_URL, Setting.VALIDATION_URL, Setting.TELEMETRY_URL);

    private Main() {}

    public static void main(String... arguments) {
        Service.run(REQUIRED, arguments);
    }
}
