package org.tieline.lessons.internal.feed;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.record.LessonWords;
import org.tieline.lessons.internal.record.Markdown;

/** Lessons as an Atom feed (RFC 4287). */
final class Atom {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private Atom() {}

    /**
     * @param site where the server is reached
     */
    static String of(LessonFeeds.Shown shown, URI site) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", "urn:uuid:" + shown.followed().id());
            element(xml, "title", "Lessons: " + shown.followed().name());
            element(
                    xml,
                    "updated",
                    shown.lessons().stream()
                            .map(Lesson::updated)
                            .findFirst()
                            .orElse(Instant.EPOCH)
                            .toString());
            for (Lesson lesson : shown.lessons()) {
                entry(xml, lesson, site);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void entry(XMLStreamWriter xml, Lesson lesson, URI site)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + lesson.id());
        element(xml, "title", lesson.facts().title());
        element(xml, "updated", lesson.updated().toString());
        xml.writeStartElement("author");
        element(xml, "name", lesson.pack().orElse(lesson.center()));
        xml.writeEndElement();
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", site.resolve("/lessons/" + lesson.id()).toString());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", LessonWords.of(lesson.facts().about().category()));
        for (String topic : lesson.facts().about().topics()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", LessonWords.topic(topic));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(
                Markdown.html(
                        String.join(
                                "\n\n",
                                lesson.facts().text().recommended(),
                                lesson.facts().text().learned(),
                                lesson.facts().text().happened())));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
