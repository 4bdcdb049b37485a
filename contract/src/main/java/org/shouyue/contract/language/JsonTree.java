package org.shouyue.contract.language;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.language.Tree.Entry;
import org.shouyue.contract.language.Tree.Mapping;
import org.shouyue.contract.language.Tree.Mark;
import org.shouyue.contract.language.Tree.Scalar;
import org.shouyue.contract.language.Tree.Sequence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/// Turns JSON into a tree. Depth is bounded by the parser.
final class JsonTree {

  private final JsonParser parser;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /// The one value that the parser is in front of.
  ///
  /// @throws tools.jackson.core.JacksonException when it is not JSON, or more follows
  static Tree of(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new StreamReadException(parser, "the document is empty");
    }
    Tree tree = new JsonTree(parser).tree(first);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "more follows behind the end");
    }
    return tree;
  }

  /// A tree without places.
  static Tree of(JsonNode node) {
    if (node.isObject()) {
      List<Entry> entries = new ArrayList<>();
      node.properties()
          .forEach(property ->
              entries.add(new Entry(property.getKey(), Mark.NOWHERE, of(property.getValue()))));
      return new Mapping(entries, Mark.NOWHERE);
    }
    if (node.isArray()) {
      return new Sequence(node.valueStream().map(JsonTree::of).toList(), Mark.NOWHERE);
    }
    Scalar.Kind kind =
        node.isNumber()
            ? Scalar.Kind.NUMBER
            : node.isBoolean()
                ? Scalar.Kind.BOOLEAN
                : node.isString() ? Scalar.Kind.TEXT : Scalar.Kind.NULL;
    return new Scalar(node.asString(""), kind, Mark.NOWHERE);
  }

  private Tree tree(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Scalar.Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Scalar.Kind.BOOLEAN);
      case VALUE_NULL -> scalar(Scalar.Kind.NULL);
      case VALUE_STRING -> scalar(Scalar.Kind.TEXT);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new StreamReadException(parser, "a value is missing");
    };
  }

  private Scalar scalar(Scalar.Kind kind) {
    Mark mark = mark();
    return new Scalar(parser.getString(), kind, mark);
  }

  private Mapping mapping() {
    Mark mark = mark();
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      Mark place = mark();
      entries.add(new Entry(key, place, tree(parser.nextToken())));
    }
    return new Mapping(entries, mark);
  }

  private Sequence sequence() {
    Mark mark = mark();
    List<Tree> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(tree(token));
    }
    return new Sequence(items, mark);
  }

  private Mark mark() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Mark(location.getLineNr(), location.getColumnNr());
  }
}
