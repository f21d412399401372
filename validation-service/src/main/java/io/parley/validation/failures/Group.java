package io.parley.validation.failures;

import io.parley.validation.meaning.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Symptoms that are put together, while that goes on. */
final class Group {

    private final List<Member> members = new ArrayList<>();
    private final float[] sum;
    private Meaning centre;

    Group(Member first) {
        this.sum = new float[first.meaning().values().length];
        this.centre = first.meaning();
        add(first);
    }

    /**
     * Failures of the same symptom.
     *
     * @param meaning of the symptom
     */
    record Member(Meaning meaning, List<Failure> failures) {}

    void add(Member member) {
        float[] values = member.meaning().values();
        for (int at = 0; at < sum.length; at++) {
            sum[at] += values[at];
        }
        centre = Meaning.of(sum, true);
        members.add(member);
    }

    List<Member> members() {
        return members;
    }

    double likeness(Meaning meaning) {
        return centre.cosine(meaning);
    }

    double likeness(Group other) {
        return centre.cosine(other.centre);
    }

    static Optional<Group> nearest(List<Group> groups, Meaning meaning) {
        return groups.stream().max(Comparator.comparingDouble(group -> group.likeness(meaning)));
    }

    Cluster cluster() {
        Meaning middle = centre;
        return new Cluster(
                members.stream()
                        .sorted(Comparator.comparingDouble((Member member) -> -middle.cosine(member.meaning())))
                        .flatMap(member -> member.failures().stream())
                        .toList(),
                middle);
    }
}
