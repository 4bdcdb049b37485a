package org.shouyue.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON in the one form of RFC 8785 (JCS), for strings, whole numbers, lists and objects:
/// members sorted by UTF-16 code units, no white space, the shortest escapes.
final class CanonicalJson {
  private CanonicalJson() {}

  static String write(Map<String, ?> object) {
    StringBuilder out = new StringBuilder(512);
    append(out, object);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    switch (value) {
      case String text -> appendText(out, text);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case List<?> list -> appendList(out, list);
      case Map<?, ?> object -> appendObject(out, object);
      default -> throw new IllegalArgumentException("not for canonical JSON: " + value.getClass());
    }
  }

  private static void appendList(StringBuilder out, List<?> list) {
    out.append('[');
    String between = "";
    for (Object element : list) {
      out.append(between);
      append(out, element);
      between = ",";
    }
    out.append(']');
  }

  private static void appendObject(StringBuilder out, Map<?, ?> object) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> sorted.put((String) name, value));
    out.append('{');
    String between = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(between);
      appendText(out, member.getKey());
      out.append(':');
      append(out, member.getValue());
      between = ",";
    }
    out.append('}');
  }

  private static void appendText(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
