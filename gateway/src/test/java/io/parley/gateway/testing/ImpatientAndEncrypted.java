package io.parley.gateway.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A gateway that soon loses its patience with clients, and has a certificate. Two things in one, since another gateway would
 * take its time to start. Services have a second here, so idle connections must have more.
 */
public final class ImpatientAndEncrypted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Certificates.use(Certificates.FIRST);
        return Map.of(
                "quarkus.http.idle-timeout", "2S",
                "parley.gateway.client.head-timeout", "3S",
                "parley.gateway.client.body-timeout", "500ms",
                "parley.tls.certificate", Certificates.certificate().toString(),
                "parley.tls.key", Certificates.key().toString(),
                "quarkus.http.test-ssl-port", "0",
                "parley.tls.reload-period", "200ms");
    }
}
