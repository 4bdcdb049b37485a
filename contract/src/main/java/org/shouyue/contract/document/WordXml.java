package org.shouyue.contract.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the XML of one part. Elements are told by their local names, so that the transitional and
/// the strict dialect read alike. No document types, no external entities.
final class WordXml {

  private static final int DEPTH = 500;

  private final XMLStreamReader reader;
  private int depth;

  WordXml(byte[] part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  /// How many elements are open.
  int depth() {
    return depth;
  }

  /// Goes to the next start or end of an element, or piece of text.
  ///
  /// @return false at the end of the part
  boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEPTH) {
            throw new XMLStreamException("elements are nested deeper than " + DEPTH);
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// The name of the element that starts here, the empty string anywhere else.
  String starting() {
    return reader.isStartElement() ? reader.getLocalName() : "";
  }

  /// Goes to the next event inside an element that was entered at `outer` open elements.
  ///
  /// @return false when that element has ended
  boolean nextInside(int outer) throws XMLStreamException {
    return next() && depth >= outer;
  }

  /// Leaves the element that starts here, with everything inside it.
  void skip() throws XMLStreamException {
    int outer = depth;
    while (nextInside(outer)) {
      // nothing of it is wanted
    }
  }

  /// The text inside the element that starts here.
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int outer = depth;
    while (nextInside(outer)) {
      if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  /// The attribute with this local name, null when absent.
  @Nullable String attribute(String name) {
    for (int at = 0; at < reader.getAttributeCount(); at++) {
      if (reader.getAttributeLocalName(at).equals(name)) {
        return reader.getAttributeValue(at);
      }
    }
    return null;
  }

  /// The attribute as a number between 0 and `most`, or `otherwise` when it is absent or none.
  int number(String name, int most, int otherwise) {
    String text = attribute(name);
    if (text == null || text.length() > 9) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      return number < 0 || number > most ? otherwise : number;
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  /// Whether the switch that starts here (`<w:vanish/>`) is on.
  boolean isOn() {
    String value = attribute("val");
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }
}
