package io.parley.worker.dialogues;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.platform.secrets.Sealer;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.secrets.Secrets;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The drivers by the kind of target that they talk to. */
@ApplicationScoped
@Startup // a kind without a driver is known before the first request
public class Drivers {

    private final Map<Class<?>, Driver<?>> drivers;
    private final Sealer sealer;

    Drivers(@All List<Driver<?>> drivers, Sealer sealer) {
        this.drivers = drivers.stream().collect(Collectors.toMap(Driver::target, Function.identity()));
        this.sealer = sealer;
        for (Class<?> kind : LiveTarget.class.getPermittedSubclasses()) {
            if (!this.drivers.containsKey(kind)) {
                throw new IllegalStateException("no driver talks to a " + kind.getSimpleName());
            }
        }
    }

    /**
     * The dialogue of one conversation with the target. The target's secrets are in nothing that comes of it.
     *
     * @param conversation the id under which the target knows it
     * @param slot the conversation's place at the target; it stays the caller's to release
     */
    public Dialogue open(LiveTarget target, RunId run, String conversation, Slot slot, Deadline deadline) {
        Driver<?> driver = drivers.get(target.getClass());
        if (driver == null) {
            throw new IllegalStateException("no driver talks to a " + target.getClass());
        }
        Secrets secrets = new Secrets(target.sealedSecrets(), sealer);
        return new DiscreetDialogue(
                open(driver, target, new Opening(run, conversation, slot, deadline, secrets)), secrets);
    }

    private static <T extends LiveTarget> Dialogue open(Driver<T> driver, LiveTarget target, Opening opening) {
        return driver.open(driver.target().cast(target), opening);
    }
}
