package io.parley.auth.users;

import io.parley.auth.passwords.Passwords;
import io.parley.contracts.UserId;
import io.parley.platform.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class UserService {

    private final UserRepository repository;
    private final Passwords passwords;

    UserService(UserRepository repository, Passwords passwords) {
        this.repository = repository;
        this.passwords = passwords;
    }

    Uni<RegisteredView> register(Register register) {
        passwords.require(register.password(), register.email());
        return passwords.hash(register.password()).chain(hash -> repository.add(register, hash));
    }

    Uni<MeView> me(Caller caller) {
        return repository
                .find(new UserId(caller.subject()), caller.workspace())
                .map(found -> found.orElseThrow(UserProblems.USER_NOT_FOUND::problem));
    }
}
