package coop.laborfund.api.importing;

import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * One XML file within a workbook, read as a stream. No document type and no entity is followed, and what unpacks to far more than
 * its archive warrants is taken for an attack. Names are without prefix: workbooks differ in their namespaces.
 */
final class XmlPart implements AutoCloseable {

    private static final XMLInputFactory XML = factory();

    /** Excel's own limit for one cell. */
    static final int LONGEST_TEXT = 32_767;

    private final InputStream bytes;
    private final XMLStreamReader xml;

    /** @param most bytes that it may unpack to */
    XmlPart(InputStream bytes, long most) throws XMLStreamException {
        this.bytes = new Bounded(bytes, most);
        this.xml = XML.createXMLStreamReader(this.bytes);
    }

    private static XMLInputFactory factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // An error in a text shows when the text is passed, not when somebody asks for it.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    /** To the next start or end of an element; false at the end of the file. */
    boolean next() throws XMLStreamException {
        while (step()) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type");
            }
            if (xml.isStartElement() || xml.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    private boolean step() throws XMLStreamException {
        try {
            return xml.hasNext() && xml.next() != AsyncXMLStreamReader.EVENT_INCOMPLETE;
        } catch (RuntimeException confused) {
            // The reader's own way of meeting some malformed files.
            throw new XMLStreamException(confused);
        }
    }

    boolean starts(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    /** An attribute's value whatever its namespace; null where there is none. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that has just started, to its end; elements within it are skipped. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && step()) {
            if (xml.isStartElement()) {
                depth++;
            } else if (xml.isEndElement()) {
                depth--;
            } else if (depth == 1 && xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > LONGEST_TEXT) {
                    throw new XMLStreamException("a cell of more than " + LONGEST_TEXT + " characters");
                }
            }
        }
        return text.toString();
    }

    /** Past the end of the element that has just started. */
    void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += xml.isStartElement() ? 1 : -1;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Ends with an error where too much comes out. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new BombException();
            }
        }
    }

    /** A file that unpacks to far more than it should. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1L;

        BombException() {
            super("unpacks to more than any sheet of its size");
        }
    }
}
