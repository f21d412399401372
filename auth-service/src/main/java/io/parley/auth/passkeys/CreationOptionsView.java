package io.parley.auth.passkeys;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a browser makes a key by: {@code PublicKeyCredential.parseCreationOptionsFromJSON} reads it (section 5.4). The key is found without
 * knowing whose it is, and used only by who shows the device to be its owner.
 */
record CreationOptionsView(
        String challenge,
        Party rp,
        User user,
        List<Parameter> pubKeyCredParams,
        long timeout,
        List<Known> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    record Party(String id, String name) {}

    /** @param id base64url of the user's id */
    record User(String id, String name, String displayName) {}

    record Parameter(String type, int alg) {}

    /** A key that the user has already: the same device makes no second one. */
    record Known(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static CreationOptionsView of(String challenge, RelyingParty party, Owner owner) {
        return new CreationOptionsView(
                challenge,
                new Party(party.id(), "Parley"),
                new User(owner.handle(), owner.email(), owner.displayName()),
                Stream.of(Algorithm.values())
                        .map(algorithm -> new Parameter(Challenge.TYPE, algorithm.number()))
                        .toList(),
                Challenge.TIME.toMillis(),
                owner.keys().stream().map(id -> new Known(Challenge.TYPE, id)).toList(),
                new Selection("required", true, "required"),
                "none");
    }
}
