package io.parley.auth.passkeys;

import io.parley.auth.factors.Reauthentication;
import io.parley.auth.opaque.OpaqueSecret;
import io.parley.auth.sessions.Client;
import io.parley.auth.sessions.ProvenSessions;
import io.parley.auth.sessions.TokensView;
import io.parley.contracts.UserId;
import io.parley.platform.problems.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys that log users in without a password and a code: the device that keeps one is the first factor, and that it verifies who
 * holds it is the second.
 */
@ApplicationScoped
class PasskeyService {

    private final PasskeyRepository repository;
    private final Reauthentication reauthentication;
    private final ProvenSessions sessions;
    private final RelyingParty party;

    PasskeyService(
            PasskeyRepository repository,
            Reauthentication reauthentication,
            ProvenSessions sessions,
            RelyingParty party) {
        this.repository = repository;
        this.reauthentication = reauthentication;
        this.sessions = sessions;
        this.party = party;
    }

    /** @param address of the caller in the network */
    Uni<CreationOptionsView> beginAdding(UserId user, BeginPasskey begin, String address) {
        String challenge = OpaqueSecret.generate();
        return reauthentication
                .require(user, begin.password(), begin.code(), address, PasskeyProblems.OWNER_REFUSED::problem)
                .chain(() -> repository.owner(user))
                .map(owner -> owner.orElseThrow(PasskeyProblems.OWNER_REFUSED::problem))
                .call(owner -> repository.challenge(challenge, user))
                .map(owner -> CreationOptionsView.of(challenge, party, owner));
    }

    Uni<PasskeyView> add(UserId user, AddPasskey add) {
        return answered(add.credential().response().clientDataJSON(), user)
                .map(client -> Candidate.of(add.credential(), client, party))
                .onFailure(UnbelievableKey.class)
                .transform(PasskeyService::refused)
                .chain(key -> repository.add(user, add.name(), key))
                .map(added -> added.orElseThrow(PasskeyProblems.PASSKEY_KNOWN::problem));
    }

    Uni<List<PasskeyView>> list(UserId user) {
        return repository.list(user);
    }

    Uni<Void> remove(UserId user, UUID passkey) {
        return repository
                .remove(user, passkey)
                .invoke(removed -> {
                    if (!removed) {
                        throw PasskeyProblems.PASSKEY_NOT_FOUND.problem();
                    }
                })
                .replaceWithVoid();
    }

    Uni<RequestOptionsView> beginLogin() {
        String challenge = OpaqueSecret.generate();
        return repository.challenge(challenge, null).map(noted -> RequestOptionsView.of(challenge, party));
    }

    Uni<TokensView> login(PasskeyLogin login, Client client) {
        UsedKey used = login.credential();
        return answered(used.response().clientDataJSON(), null)
                .chain(said -> find(used).map(key -> Use.of(key, used.response(), said, party)))
                .call(this::count)
                .onFailure(UnbelievableKey.class)
                .transform(PasskeyService::refused)
                .chain(use -> sessions.open(use.key().user(), login.workspaceId(), client));
    }

    /** What the browser says, once it answers a challenge of ours; whatever else is wrong with it, nobody answers that again. */
    private Uni<ClientData> answered(String clientData, @Nullable UserId user) {
        return Uni.createFrom()
                .item(() -> ClientData.parse(clientData))
                .call(client -> repository
                        .answer(client.challenge(), user)
                        .invoke(open -> require(
                                open,
                                "its challenge was not given out for that, or five minutes ago, or is answered")));
    }

    private Uni<StoredKey> find(UsedKey used) {
        return repository
                .find(Base64Url.decode(used.id()))
                .map(found -> found.orElseThrow(() -> new UnbelievableKey("it is nobody's here")));
    }

    private Uni<Boolean> count(Use use) {
        return repository
                .use(use.key(), use.counter())
                .invoke(counted -> require(counted, "it has a copy that was used since"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnbelievableKey(otherwise);
        }
    }

    private static Problem refused(UnbelievableKey failure) {
        return PasskeyProblems.PASSKEY_REFUSED.problem(failure.reason());
    }
}
