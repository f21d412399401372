package io.parley.auth.passkeys;

import io.parley.auth.tokens.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** What this platform is to browsers: keys are made for the host of its public address, and used on its pages only. */
@ApplicationScoped
class RelyingParty {

    private final String id;
    private final String origin;

    RelyingParty(PublicAddress address) {
        URI home = address.of("");
        this.id = home.getHost();
        this.origin = home.getScheme() + "://" + home.getAuthority();
    }

    String id() {
        return id;
    }

    /** Of the pages that may ask for keys. */
    String origin() {
        return origin;
    }
}
