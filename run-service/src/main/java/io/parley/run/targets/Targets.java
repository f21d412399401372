package io.parley.run.targets;

import io.parley.contracts.LiveTarget;
import io.parley.contracts.TargetId;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.ids.Ids;
import io.parley.platform.pages.Cursor;
import io.parley.platform.pages.Page;
import io.parley.platform.pages.Slice;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The targets of a workspace. */
@ApplicationScoped
public class Targets {

    private final TargetRepository targets;
    private final TargetViews views;
    private final Sealer sealer;

    Targets(TargetRepository targets, TargetViews views, Sealer sealer) {
        this.targets = targets;
        this.views = views;
        this.sealer = sealer;
    }

    /** The target as it is now. None of this id in the workspace: a 404. */
    public Uni<LiveTarget> require(WorkspaceId workspace, TargetId id) {
        return stored(workspace, id).map(StoredTarget::target);
    }

    /** The target as it is now. None of this name in the workspace: a 404. */
    public Uni<LiveTarget> require(WorkspaceId workspace, String name) {
        return targets.find(workspace, name).map(found -> required(found).target());
    }

    /** The target as it is now, if the workspace has one of this name. */
    public Uni<Optional<LiveTarget>> find(WorkspaceId workspace, String name) {
        return targets.find(workspace, name).map(found -> found.map(StoredTarget::target));
    }

    Uni<TargetView> view(WorkspaceId workspace, TargetId id) {
        return stored(workspace, id).map(views::of);
    }

    Uni<Page<TargetView>> list(WorkspaceId workspace, Slice slice) {
        return targets.list(workspace, slice)
                .map(rows ->
                        Page.of(rows.stream().map(views::of).toList(), slice.limit(), view -> new Cursor(view.name())));
    }

    Uni<TargetView> add(WorkspaceId workspace, TargetInput input) {
        LiveTarget target = described(new TargetId(Ids.next()), input, Map.of());
        return targets.insert(workspace, target).map(views::of);
    }

    Uni<TargetView> change(WorkspaceId workspace, TargetId id, TargetInput input) {
        return require(workspace, id)
                .map(target -> described(id, input, target.sealedSecrets()))
                .chain(target -> targets.update(workspace, target))
                .map(changed -> views.of(required(changed)));
    }

    Uni<Void> remove(WorkspaceId workspace, TargetId id) {
        return targets.delete(workspace, id).invoke(Targets::required).replaceWithVoid();
    }

    private Uni<StoredTarget> stored(WorkspaceId workspace, TargetId id) {
        return targets.find(workspace, id).map(Targets::required);
    }

    private static <T> T required(Optional<T> found) {
        return found.orElseThrow(TargetProblems.NOT_FOUND::problem);
    }

    private LiveTarget described(TargetId id, TargetInput input, Map<String, String> sealed) {
        Map<String, String> secrets = secrets(input, sealed);
        TargetChecks.check(input, secrets.keySet());
        return input.target(id, secrets);
    }

    private Map<String, String> secrets(TargetInput input, Map<String, String> sealed) {
        if (input.secrets() == null) {
            return sealed;
        }
        Map<String, String> secrets = new HashMap<>();
        input.secrets().forEach((name, value) -> {
            String kept = value == null ? sealed.get(name) : sealer.seal(value);
            if (kept != null) {
                secrets.put(name, kept);
            }
        });
        return secrets;
    }
}
