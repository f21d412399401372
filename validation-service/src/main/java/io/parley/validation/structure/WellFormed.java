package io.parley.validation.structure;

import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Quote;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML of strangers: no DOCTYPE, hence no entities to expand, and nothing that is fetched. */
final class WellFormed {

    /** What a character costs the parser, at worst. */
    private static final int STEPS_OF_A_CHARACTER = 3;

    private WellFormed() {}

    /** What is wrong with the text as XML, and in which line; nothing if it is well-formed. */
    static Optional<String> mistake(String text, Effort effort) {
        effort.spend((long) text.length() * STEPS_OF_A_CHARACTER);
        try {
            parsers().newSAXParser().parse(new InputSource(new StringReader(text)), new Silent());
            return Optional.empty();
        } catch (SAXParseException mistake) {
            return Optional.of("line " + Math.max(1, mistake.getLineNumber()) + ": "
                    + Quote.plain(String.valueOf(mistake.getMessage())));
        } catch (SAXException | IOException mistake) {
            return Optional.of(Quote.plain(String.valueOf(mistake.getMessage())));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    /** The parser's usual handler of errors prints them. */
    private static final class Silent extends DefaultHandler {

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
