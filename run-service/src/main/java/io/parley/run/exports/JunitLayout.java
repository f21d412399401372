package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Counts;
import io.parley.contracts.Verdict;
import io.parley.run.executions.ExecutionResult;
import io.parley.run.runs.RunView;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A {@code testsuite} for each run, a {@code testcase} for each execution, in the dialect that CI servers read. FAIL is a
 * {@code failure} and ERROR an {@code error}; JUnit has no word for UNSURE and cancelled executions, which are {@code
 * skipped}: not passed.
 */
final class JunitLayout implements Layout {

    private static final double MILLIS = 1_000;

    private final ObjectMapper json;
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    JunitLayout(ObjectMapper json) {
        this.json = json;
        try {
            this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String beginning() {
        return part(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
        });
    }

    @Override
    public String runBegins(RunView run) {
        Counts counts = run.counts();
        return part(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            attribute("name", run.suiteName() + " on " + run.targetName());
            attribute("id", run.id().toString());
            attribute("timestamp", run.createdAt().toString());
            attribute("tests", String.valueOf(counts.total()));
            attribute("failures", String.valueOf(counts.failed()));
            attribute("errors", String.valueOf(counts.errored()));
            attribute("skipped", String.valueOf(counts.unsure() + counts.cancelled()));
            if (run.completedAt() != null) {
                attribute("time", seconds(Duration.between(run.createdAt(), run.completedAt())));
            }
        });
    }

    @Override
    public String execution(RunView run, ExecutionResult result) {
        Findings findings = new Findings(json, result);
        return part(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement("testcase");
            attribute("name", findings.title());
            attribute("classname", run.suiteName());
            attribute("time", seconds(result.execution().duration()));
            writeOutcome(result.execution().verdict(), findings);
            xml.writeEndElement();
        });
    }

    @Override
    public String runEnds(RunView run) {
        return part(() -> {
            xml.writeCharacters("\n");
            xml.writeEndElement();
        });
    }

    @Override
    public String end() {
        return part(() -> {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.writeCharacters("\n");
        });
    }

    private void writeOutcome(@Nullable Verdict verdict, Findings findings) throws XMLStreamException {
        switch (verdict) {
            case PASS -> {}
            case FAIL -> writeOutcome("failure", findings);
            case ERROR -> writeOutcome("error", findings);
            case UNSURE -> writeSkipped("UNSURE: " + String.join("; ", findings.reasons()));
            case null -> writeSkipped("cancelled");
        }
    }

    private void writeOutcome(String element, Findings findings) throws XMLStreamException {
        List<String> reasons = findings.reasons();
        xml.writeStartElement(element);
        attribute("type", findings.types());
        attribute("message", reasons.isEmpty() ? "" : reasons.getFirst());
        xml.writeCharacters(valid(String.join("\n", reasons) + "\n\n" + String.join("\n", findings.conversation())));
        xml.writeEndElement();
    }

    private void writeSkipped(String message) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        attribute("message", message);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, valid(value));
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "0" : String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS);
    }

    /** What XML 1.0 has no place for, such as NUL, becomes U+FFFD. */
    private static String valid(String text) {
        return text.codePoints()
                .map(point -> isCharacter(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private String part(Part part) {
        try {
            part.write();
            xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        String text = written.toString();
        written.getBuffer().setLength(0);
        return text;
    }

    /** Writes a part of the document. */
    private interface Part {
        void write() throws XMLStreamException;
    }
}
