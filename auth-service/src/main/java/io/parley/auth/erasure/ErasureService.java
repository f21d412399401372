package io.parley.auth.erasure;

import io.parley.auth.factors.Reauthentication;
import io.parley.auth.lockout.Lockout;
import io.parley.contracts.UserId;
import io.parley.platform.access.Caller;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Erases users: at their own wish, once it is sure to be theirs, or at the operator's. */
@ApplicationScoped
class ErasureService {

    private static final Logger LOG = Logger.getLogger(ErasureService.class);

    private final ErasureRepository repository;
    private final Reauthentication reauthentication;
    private final Lockout lockout;
    private final Caller caller;

    ErasureService(ErasureRepository repository, Reauthentication reauthentication, Lockout lockout, Caller caller) {
        this.repository = repository;
        this.reauthentication = reauthentication;
        this.lockout = lockout;
        this.caller = caller;
    }

    /** @param address of the caller in the network */
    Uni<ReceiptView> eraseMe(EraseMe wish, String address) {
        UUID user = caller.subject();
        return repository
                .proof(user, caller.session().orElse(null))
                .map(found -> found.orElseThrow(ErasureProblems.USER_NOT_FOUND::problem))
                .call(proof -> require(proof, new UserId(user), wish, address))
                .chain(proof -> erase(user, proof.email()));
    }

    Uni<ReceiptView> erase(EraseUser whom) {
        if (!whom.namesOne()) {
            throw ProblemType.INVALID_INPUT.problem(
                    List.of(new FieldError("/userId", "give either userId or email, and not both")));
        }
        return idOf(whom)
                .chain(user -> repository
                        .proof(user, null)
                        .chain(found ->
                                found.map(proof -> erase(user, proof.email())).orElseGet(ErasureService::notFound)));
    }

    private Uni<UUID> idOf(EraseUser whom) {
        return whom.userId() != null
                ? Uni.createFrom().item(whom.userId())
                : repository
                        .idOf(String.valueOf(whom.email()))
                        .map(found -> found.orElseThrow(ErasureProblems.USER_NOT_FOUND::problem));
    }

    private static <T> Uni<T> notFound() {
        return Uni.createFrom().failure(ErasureProblems.USER_NOT_FOUND::problem);
    }

    private Uni<Void> require(Proof proof, UserId user, EraseMe wish, String address) {
        if (proof.email() != null) {
            String password = Optional.ofNullable(wish.password()).orElse("");
            return reauthentication.require(
                    user, password, wish.code(), address, ErasureProblems.ERASURE_REFUSED::problem);
        }
        return proof.fresh()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(ErasureProblems.ERASURE_REFUSED::problem);
    }

    private Uni<ReceiptView> erase(UUID user, @Nullable String email) {
        return repository
                .erase(user, caller.subject())
                .map(found -> found.orElseThrow(ErasureProblems.USER_NOT_FOUND::problem))
                .map(ErasureService::receipt)
                .call(receipt -> forget(email));
    }

    /** The user is gone by now, and so the answer is the receipt whatever comes of this. */
    private Uni<Void> forget(@Nullable String email) {
        return email == null
                ? Uni.createFrom().voidItem()
                : repository
                        .sweep(email)
                        .chain(() -> lockout.forget(email))
                        .onFailure()
                        .invoke(failure -> LOG.error("message=\"an erased address was not swept\"", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private static ReceiptView receipt(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Done done -> done.receipt();
            case Erasure.OfOperator() -> throw ErasureProblems.OPERATOR_STAYS.problem();
            case Erasure.Needed needed ->
                throw ErasureProblems.ONLY_OWNER.problem("Make somebody else an owner first, or remove the others, in: "
                        + needed.workspaces().stream().map(UUID::toString).collect(Collectors.joining(", ")));
        };
    }
}
