package io.parley.telemetry;

import io.parley.platform.settings.Service;
import io.parley.platform.settings.Setting;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;

/** Starts telemetry-service. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Service.run(
                Set.of(
                        Setting.DATABASE_URL,
                        Setting.DATABASE_USER,
                        Setting.DATABASE_PASSWORD,
                        Setting.PSEUDONYM_KEY,
                        Setting.BROKER_URL,
                        Setting.AUTH_URL),
                arguments);
    }
}
