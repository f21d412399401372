package io.parley.telemetry.assessments;

import io.parley.telemetry.estimation.Agreement;
import io.parley.telemetry.estimation.Reliabilities;
import io.parley.telemetry.estimation.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a source of evidence is believed.
 *
 * @param agreed how often it said what a person then decided
 * @param compared how often a person decided on the same
 * @param agreement probability that it says what a person would, 0.5 to 1
 * @param weight what one whole observation of it counts, 0 to 1
 */
record ReliabilityView(Source source, long agreed, long compared, double agreement, double weight) {

    private static final double SAYS_NOTHING = 0.5;
    private static final Agreement NOT_COMPARED = new Agreement(0, 0);

    static List<ReliabilityView> of(Map<Source, Agreement> agreements) {
        Reliabilities calibrated = Reliabilities.calibrated(agreements);
        return Stream.of(Source.values())
                .map(source -> of(source, calibrated, agreements.getOrDefault(source, NOT_COMPARED)))
                .toList();
    }

    private static ReliabilityView of(Source source, Reliabilities calibrated, Agreement agreement) {
        return new ReliabilityView(
                source,
                agreement.agreed(),
                agreement.compared(),
                calibrated.agreement().getOrDefault(source, SAYS_NOTHING),
                calibrated.weight(source));
    }
}
