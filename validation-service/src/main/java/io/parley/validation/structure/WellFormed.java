package io.parley.validation.structure;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Quote;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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
 * @param elements the paths of its elements, names with dots between them; those that stand very deep are left out
 */
record WellFormed(@Nullable String mistake, Set<String> elements) {

    /** What a character costs the parser, at worst. */
    private static final int STEPS_OF_A_CHARACTER = 3;

    private static final int DEEPEST = 30;

    static WellFormed read(String text, Effort effort) {
        effort.spend((long) text.length() * STEPS_OF_A_CHARACTER);
        Elements elements = new Elements();
        try {
            parsers().newSAXParser().parse(new InputSource(new StringReader(text)), elements);
            return new WellFormed(null, elements.paths);
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

        private final Deque<String> names = new ArrayDeque<>();
        private final Set<String> paths = new HashSet<>();

        @Override
        public void startElement(String space, String name, String written, Attributes attributes) {
            names.addLast(written);
            if (names.size() <= DEEPEST) {
                paths.add(String.join(".", names));
            }
        }

        @Override
        public void endElement(String space, String name, String written) {
            names.removeLast();
        }

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
