package io.parley.worker;

import io.parley.platform.settings.Service;
import io.parley.platform.settings.Setting;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;

/** Starts execution-worker. */
@QuarkusMain
public final class Main {

    private static final Set<Setting> REQUIRED = Set.of(Setting.BROKER_URL, Setting.REDIS_URL, Setting.MASTER_KEY);

    private Main() {}

    public static void main(String... arguments) {
        Service.run(REQUIRED, arguments);
    }
}
