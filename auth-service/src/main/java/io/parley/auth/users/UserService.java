package io.parley.auth.users;

import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.passwords.Passwords;
import io.parley.contracts.UserId;
import io.parley.platform.access.Caller;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class UserService {

    private final UserRepository repository;
    private final Passwords passwords;
    private final Sealer sealer;

    UserService(UserRepository repository, Passwords passwords, Sealer sealer) {
        this.repository = repository;
        this.passwords = passwords;
        this.sealer = sealer;
    }

    Uni<RegisteredView> register(Register register) {
        passwords.require(register.password(), register.email());
        String token = OpaqueSecret.generate();
        return passwords
                .hash(register.password())
                .chain(hash -> repository.add(register, hash, token, sealer.seal(token)));
    }

    Uni<MeView> me(Caller caller) {
        return repository
                .find(new UserId(caller.subject()), caller.workspace())
                .map(found -> found.orElseThrow(UserProblems.USER_NOT_FOUND::problem));
    }
}
