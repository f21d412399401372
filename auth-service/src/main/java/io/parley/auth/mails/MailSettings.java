package io.parley.auth.mails;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The mail server. Without a host mails are kept, for the operator to read. */
@ConfigMapping(prefix = "parley.mail")
interface MailSettings {

    Optional<String> host();

    OptionalInt port();

    Optional<String> user();

    Optional<String> password();

    /** The address that mails come from. */
    Optional<String> from();

    /** Whether the connection is encrypted from its first byte, as at port 465. */
    Optional<Boolean> tls();

    /** Whether a connection in clear is encrypted before anything is said: REQUIRED, OPTIONAL or DISABLED. */
    Optional<String> startTls();

    /** Stops the start when the settings contradict each other. */
    default void check() {
        if (host().isPresent() != from().isPresent()) {
            throw new IllegalStateException("set both parley.mail.host and parley.mail.from, or neither to keep mails");
        }
        if (user().isPresent() != password().isPresent()) {
            throw new IllegalStateException("set both parley.mail.user and parley.mail.password, or neither");
        }
        if (host().isEmpty() && (port().isPresent() || setOfServer())) {
            throw new IllegalStateException("parley.mail.host is missing, other settings of the mail server are there");
        }
    }

    private boolean setOfServer() {
        return Stream.of(user(), tls(), startTls()).anyMatch(Optional::isPresent);
    }
}
