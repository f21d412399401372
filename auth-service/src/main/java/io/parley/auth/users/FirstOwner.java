package io.parley.auth.users;

import io.parley.auth.passwords.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The user who owns the first workspace and runs the platform. */
@ApplicationScoped
public class FirstOwner {

    private static final String DISPLAY_NAME = "Owner";

    private final OwnerSettings settings;
    private final UserRepository repository;
    private final Passwords passwords;

    FirstOwner(OwnerSettings settings, UserRepository repository, Passwords passwords) {
        this.settings = settings;
        this.repository = repository;
        this.passwords = passwords;
    }

    /** Stops the start when the settings contradict each other or the password is not good enough. */
    public void check() {
        if (settings.email().isPresent() != settings.password().isPresent()) {
            throw new IllegalStateException("set both parley.owner.email and parley.owner.password, or neither");
        }
        settings.password()
                .flatMap(password ->
                        passwords.objection(password, settings.email().orElseThrow()))
                .ifPresent(objection -> {
                    throw new IllegalStateException("parley.owner.password " + objection);
                });
    }

    /** Makes the first owner where the settings name one and there is no user at all. */
    public Uni<Void> ensure() {
        return settings.email().isEmpty()
                ? Uni.createFrom().voidItem()
                : repository.any().chain(any -> any ? Uni.createFrom().voidItem() : add());
    }

    private Uni<Void> add() {
        return passwords
                .hash(settings.password().orElseThrow())
                .chain(hash -> repository.addFirstOwner(settings.email().orElseThrow(), DISPLAY_NAME, hash));
    }
}
