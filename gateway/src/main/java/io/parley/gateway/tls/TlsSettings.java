package io.parley.gateway.tls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the gateway's certificate is; without one it takes no encrypted connections. */
@ConfigMapping(prefix = "parley.tls")
interface TlsSettings {

    /** In PEM, with those that it is signed by. */
    Optional<Path> certificate();

    /** Its private key, in PEM. */
    Optional<Path> key();

    /** Where encrypted connections are taken, if not at the usual port. */
    OptionalInt port();

    /** How often the files are looked at. */
    @WithDefault("1m")
    Duration reloadPeriod();
}
