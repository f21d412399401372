package io.parley.auth.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Finds out what providers say of themselves, and remembers it for ten minutes. */
@ApplicationScoped
public class Discovery {

    private static final String PATH = "/.well-known/openid-configuration";

    private final ProviderHttp http;
    private final Kept<Metadata> known;

    Discovery(ProviderHttp http, Clock clock) {
        this.http = http;
        this.known = new Kept<>(clock);
    }

    /** The document of an issuer; {@link ProviderFailed} where there is none that can be used. */
    public Uni<Metadata> of(String issuer) {
        return Uni.createFrom().item(() -> documentOf(issuer)).chain(url -> of(issuer, url));
    }

    /** The same, as it is now. */
    public Uni<Metadata> anew(String issuer) {
        return Uni.createFrom().item(() -> documentOf(issuer)).chain(url -> ask(issuer, url));
    }

    /** Issuers that differ in a slash at the end only have one address, and at most one of them is that of the document there. */
    private Uni<Metadata> of(String issuer, ProviderUrl url) {
        return known.get(url)
                .filter(metadata -> metadata.issuer().equals(issuer))
                .map(Uni.createFrom()::item)
                .orElseGet(() -> ask(issuer, url));
    }

    private Uni<Metadata> ask(String issuer, ProviderUrl url) {
        return http.get(url)
                .map(answer -> Metadata.of(issuer, answer))
                .invoke(metadata -> metadata.endpoints().forEach(http::requireUsable))
                .invoke(metadata -> known.put(url, metadata));
    }

    private static ProviderUrl documentOf(String issuer) {
        ProviderUrl url = ProviderUrl.parse(issuer, "the issuer");
        if (url.uri().getRawQuery() != null) {
            throw new ProviderFailed("the issuer must have no query");
        }
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return ProviderUrl.parse(base + PATH, "the issuer");
    }
}
