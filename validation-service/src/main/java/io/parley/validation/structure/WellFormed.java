package io.parley.validation.structure;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Quote;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML of strangers, parsed: no DOCTYPE, hence no entities to expand, and nothing that is fetched.
 *
 * @param mistake what is wrong with the text as XML, and in which line; null if it is well-formed
 * @param elements those of the wanted elements that it has, by their paths
 */
record WellFormed(@Nullable String mistake, Set<String> elements) {

    /** What a character costs the parser, at worst. */
    private static final int STEPS_OF_A_CHARACTER = 3;

    /** What a text costs that has no character at all: its parser is made for it. */
    private static final int STEPS_OF_A_PARSER = 3_000;

    /** @param wanted paths of elements to look for, the names from the root on with dots between them */
    static WellFormed read(String text, List<String> wanted, Effort effort) {
        effort.spend((long) text.length() * STEPS_OF_A_CHARACTER + STEPS_OF_A_PARSER);
        Elements elements = new Elements(wanted, effort);
        try {
            parsers().newSAXParser().parse(new InputSource(new StringReader(text)), elements);
            return new WellFormed(null, elements.found);
        } catch (SAXParseException mistake) {
            return no("line " + Math.max(1, mistake.getLineNumber()) + ": "
                    + Quote.plain(String.valueOf(mistake.getMessage())));
        } catch (SAXException | IOException mistake) {
            return no(Quote.plain(String.valueOf(mistake.getMessage())));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static WellFormed no(String mistake) {
        return new WellFormed(mistake, Set.of());
    }

    /** A factory is not safe for many threads. */
    private static SAXParserFactory parsers() throws ParserConfigurationException, SAXException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
        parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return parsers;
    }

    /** Silent: the parser's usual handler of errors prints them. */
    private static final class Elements extends DefaultHandler {

        private final Set<String> wanted;
        private final int longest;
        private final Effort effort;
        private final Set<String> found = new HashSet<>();
        private final StringBuilder path = new StringBuilder();
        private int beyond;

        Elements(List<String> wanted, Effort effort) {
            this.wanted = Set.copyOf(wanted);
            this.longest = wanted.stream().mapToInt(String::length).max().orElse(0);
            this.effort = effort;
        }

        /** A path that is longer than those that are wanted is not written out, nor what is inside of it. */
        @Override
        public void startElement(String space, String name, String written, Attributes attributes) {
            if (beyond > 0 || path.length() + written.length() > longest) {
                beyond++;
                return;
            }
            path.append(written);
            effort.spend(path.length());
            String whole = path.toString();
            if (wanted.contains(whole)) {
                found.add(whole);
            }
            path.append('.');
        }

        @Override
        public void endElement(String space, String name, String written) {
            if (beyond > 0) {
                beyond--;
            } else {
                path.setLength(path.length() - written.length() - 1);
            }
        }

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
