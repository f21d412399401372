package io.parley.worker.dialogues;

import io.parley.contracts.ChatTarget;
import io.parley.contracts.Conversation;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.LiveTarget;
import io.parley.contracts.RunId;
import io.parley.contracts.SubprocessTarget;
import io.parley.contracts.Tool;
import io.parley.platform.secrets.Sealer;
import io.parley.worker.BrokenOff;
import io.parley.worker.cache.Memories;
import io.parley.worker.cache.Memory;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.secrets.Secrets;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
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
    private final Memories memories;

    Drivers(@All List<Driver<?>> drivers, Sealer sealer, Memories memories) {
        this.drivers = drivers.stream().collect(Collectors.toMap(Driver::target, Function.identity()));
        this.sealer = sealer;
        this.memories = memories;
        for (Class<?> kind : LiveTarget.class.getPermittedSubclasses()) {
            if (!this.drivers.containsKey(kind) && kind != SubprocessTarget.class) {
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
    public Dialogue open(
            LiveTarget target, ExecutionRequested request, String conversation, Slot slot, Deadline deadline) {
        if (target instanceof SubprocessTarget && !drivers.containsKey(SubprocessTarget.class)) {
            return (message, variables, timeout) -> Uni.createFrom().failure(notStarted());
        }
        Driver<?> driver = driver(target);
        List<Tool> tools = request.conversation().toolsOrNone();
        if (!tools.isEmpty() && !driver.callsTools()) {
            return (message, variables, timeout) -> Uni.createFrom().failure(uselessTools());
        }
        boolean keepRequests = Boolean.TRUE.equals(request.conversation().keepRequests());
        Secrets secrets = new Secrets(target.sealedSecrets(), sealer);
        Memory memory = keeps(driver, request, target) ? memories.open(request, target) : Memory.NONE;
        Opening opening =
                new Opening(request.runId(), conversation, tools, keepRequests, slot, deadline, secrets, memory);
        return new DiscreetDialogue(open(driver, target, opening), secrets);
    }

    /** As {@link #open}, with a model that is no target of the run; it has no tools and none of its requests is kept. */
    public Dialogue openAside(ChatTarget model, RunId run, String conversation, Slot slot, Deadline deadline) {
        Secrets secrets = new Secrets(model.sealedSecrets(), sealer);
        Opening opening = new Opening(run, conversation, List.of(), false, slot, deadline, secrets, Memory.NONE);
        return new DiscreetDialogue(open(driver(model), model, opening), secrets);
    }

    /** Whether earlier answers of the target may stand for those to this request, so that it may not be asked at all. */
    public boolean recalls(ExecutionRequested request, LiveTarget target) {
        return !(target instanceof SubprocessTarget) && !request.asksAnew() && keeps(driver(target), request, target);
    }

    private static <T extends LiveTarget> boolean keeps(
            Driver<T> driver, ExecutionRequested request, LiveTarget target) {
        Conversation conversation = request.conversation();
        return conversation.cache() != null
                && driver.isStateless(driver.target().cast(target), conversation);
    }

    private Driver<?> driver(LiveTarget target) {
        Driver<?> driver = drivers.get(target.getClass());
        if (driver == null) {
            throw new IllegalStateException("no driver talks to a " + target.getClass());
        }
        return driver;
    }

    private static <T extends LiveTarget> Dialogue open(Driver<T> driver, LiveTarget target, Opening opening) {
        return driver.open(driver.target().cast(target), opening);
    }

    /** A worker of a platform starts no programs that users name. */
    private static BrokenOff notStarted() {
        return new BrokenOff("subprocess-not-started", "a subprocess is started only by parley run --local");
    }

    private static BrokenOff uselessTools() {
        return new BrokenOff(
                "tools-not-called",
                "the case has tools for the worker to answer, but a target of this kind calls none; use a chat target");
    }
}
