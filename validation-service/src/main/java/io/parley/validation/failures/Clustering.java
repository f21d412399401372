package io.parley.validation.failures;

import io.parley.contracts.Verdict;
import io.parley.validation.meaning.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts failures together whose symptoms mean the same. First each joins the nearest group that it is like, or begins a new
 * one (leader clustering: Hartigan, Clustering Algorithms, 1975, chapter 3); then groups whose centres are alike become one,
 * so that it hardly matters in which order they came; then each moves to the nearest centre. An ERROR is never in one group
 * with a FAIL.
 */
final class Clustering {

    /** The cosine from which two symptoms are of one cause; by the failures that a test makes up. */
    static final double SAME_CAUSE = 0.8;

    private final Function<Symptom, Meaning> meanings;

    Clustering(Function<Symptom, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** The largest first. */
    List<Cluster> cluster(List<Failure> failures) {
        return Stream.of(Verdict.FAIL, Verdict.ERROR)
                .flatMap(verdict -> groups(members(failures, verdict)).stream())
                .map(Group::cluster)
                .sorted(Comparator.comparingInt(cluster -> -cluster.failures().size()))
                .toList();
    }

    private List<Group.Member> members(List<Failure> failures, Verdict verdict) {
        Map<Symptom, List<Failure>> symptoms = failures.stream()
                .filter(failure -> failure.verdict() == verdict)
                .collect(Collectors.groupingBy(Symptom::of, LinkedHashMap::new, Collectors.toList()));
        return symptoms.entrySet().stream()
                .map(symptom -> new Group.Member(meanings.apply(symptom.getKey()), symptom.getValue()))
                .toList();
    }

    private static List<Group> groups(List<Group.Member> members) {
        List<Group> groups = new ArrayList<>();
        for (Group.Member member : members) {
            Group.nearest(groups, member.meaning())
                    .filter(group -> group.likeness(member.meaning()) >= SAME_CAUSE)
                    .ifPresentOrElse(group -> group.add(member), () -> groups.add(new Group(member)));
        }
        for (Optional<Pair> alike = mostAlike(groups); alike.isPresent(); alike = mostAlike(groups)) {
            join(groups, alike.get());
        }
        return moved(groups);
    }

    private record Pair(Group one, Group other, double likeness) {}

    private static Optional<Pair> mostAlike(List<Group> groups) {
        Pair most = null;
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                double likeness = groups.get(one).likeness(groups.get(other));
                if (likeness >= (most == null ? SAME_CAUSE : most.likeness())) {
                    most = new Pair(groups.get(one), groups.get(other), likeness);
                }
            }
        }
        return Optional.ofNullable(most);
    }

    private static void join(List<Group> groups, Pair pair) {
        groups.remove(pair.other());
        pair.other().members().forEach(pair.one()::add);
    }

    /** What joined early may be nearer to a group that came later. */
    private static List<Group> moved(List<Group> groups) {
        Map<Group, Group> moved = new LinkedHashMap<>();
        for (Group group : groups) {
            for (Group.Member member : group.members()) {
                Group nearest = Group.nearest(groups, member.meaning()).orElse(group);
                moved.merge(nearest, new Group(member), Clustering::together);
            }
        }
        return List.copyOf(moved.values());
    }

    private static Group together(Group group, Group more) {
        more.members().forEach(group::add);
        return group;
    }
}
