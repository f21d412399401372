package io.parley.gateway.tls;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What the framework has to be told where an operator names a certificate: to listen for TLS and HTTP/2 too.
 */
public final class TlsSource implements ConfigSourceFactory {

    /** What the framework calls the gateway's certificate. */
    static final String NAME = "gateway";

    private static final String CERTIFICATE = "parley.tls.certificate";
    private static final String KEY = "parley.tls.key";
    private static final String PORT = "parley.tls.port";
    private static final String USUAL_PORT = "8443";

    /** Above the application's own file, below everything that an operator can say. */
    private static final int ORDINAL = 260;

    /** Nothing, unless there is a certificate. */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String certificate = value(context, CERTIFICATE);
        String key = value(context, KEY);
        if (certificate == null && key == null) {
            return List.of();
        }
        if (certificate == null || key == null) {
            throw new IllegalArgumentException("PARLEY_TLS_CERTIFICATE and PARLEY_TLS_KEY must be set together");
        }
        String port = value(context, PORT);
        return List.of(settings(certificate, key, port == null ? USUAL_PORT : port));
    }

    private static ConfigSource settings(String certificate, String key, String port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.tls." + NAME + ".key-store.pem.own.cert", certificate);
        settings.put("quarkus.tls." + NAME + ".key-store.pem.own.key", key);
        settings.put("quarkus.http.tls-configuration-name", NAME);
        settings.put("quarkus.http.ssl-port", port);
        settings.put("quarkus.http.http2", "true");
        return new PropertiesConfigSource(settings, TlsSource.class.getSimpleName(), ORDINAL);
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        var value = context.getValue(name);
        return value == null ? null : value.getValue();
    }
}
