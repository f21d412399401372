package io.parley.platform.addresses;

/** A host that nothing connects to. */
public final class UnusableHost extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** Its name resolves to no address. */
        UNRESOLVED,
        /** All its addresses are ones that requests on behalf of users must not go to. */
        REFUSED
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    private UnusableHost(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static UnusableHost unresolved(String host) {
        return new UnusableHost(Reason.UNRESOLVED, "the host '%s' resolves to no address".formatted(host));
    }

    static UnusableHost refused(String host) {
        return new UnusableHost(
                Reason.REFUSED,
                "the host '%s' has an address that is refused: link-local and metadata addresses always, private ones unless the operator sets PARLEY_TARGETS_ALLOW_PRIVATE=true"
                        .formatted(host));
    }

    public Reason reason() {
        return reason;
    }
}
