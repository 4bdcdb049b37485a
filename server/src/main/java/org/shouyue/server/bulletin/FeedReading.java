package org.shouyue.server.bulletin;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// Reads RSS 2.0, RSS 1.0 and Atom (RFC 4287). Feeds name no products: what is read of them is for
/// a person to complete. Neither document types nor entities of the file's own are read.
final class FeedReading {
  private static final int MOST_ITEMS = 500;
  private static final int DEEPEST = 100;
  private static final Pattern CVE = Pattern.compile("(?i)CVE-\\d{4}-\\d{4,19}");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|tr|h\\d)\\s*>");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1\\s*>|\\z)|<!--.*?(?:-->|\\z)");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]{0,20000}>");
  private static final Set<String> ITEMS = Set.of("item", "entry");

  private final XMLStreamReader xml;
  private final List<ReadItem> items = new ArrayList<>();
  private String feed = "";

  private FeedReading(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// The items of a feed. What stands before a fault in the file is kept.
  static List<ReadItem> read(byte[] content) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    List<ReadItem> items = new ArrayList<>();
    try {
      FeedReading reading =
          new FeedReading(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
      try {
        reading.read();
      } finally {
        items.addAll(reading.items);
      }
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
      items.add(refused(line, "xml", "XML 语法错误，这一行之后没有读；请重新下载文件"));
    }
    return items.isEmpty()
        ? List.of(refused(1, "item", "没有找到 RSS 的 item 或 Atom 的 entry，请核对文件"))
        : items;
  }

  private static ReadItem.Refused refused(int line, String field, String remedy) {
    return new ReadItem.Refused("第 %d 行".formatted(line), field, remedy);
  }

  private void read() throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        items.add(refused(line(), "DOCTYPE", "文件含有文档类型声明（DTD），为安全起见不读；请去掉后再导入"));
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (ITEMS.contains(xml.getLocalName())) {
          item();
        } else if (xml.getLocalName().equals("title") && feed.isEmpty()) {
          feed = text(1);
        } else {
          depth = deeper(depth);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (items.size() >= MOST_ITEMS) {
        items.add(refused(line(), "item", "超过 %d 条，其余没有读；请分次导入".formatted(MOST_ITEMS)));
        return;
      }
    }
  }

  private int deeper(int depth) throws XMLStreamException {
    if (depth >= DEEPEST) {
      throw new XMLStreamException("nested too deeply", xml.getLocation());
    }
    return depth + 1;
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  /// Reads one item; the reader stands at its beginning, and at its end afterwards.
  private void item() throws XMLStreamException {
    int line = line();
    Map<String, String> fields = new LinkedHashMap<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        String address = name.equals("link") ? xml.getAttributeValue(null, "href") : null;
        String relation = xml.getAttributeValue(null, "rel");
        String text = text(1);
        if (address == null || relation == null || relation.equals("alternate")) {
          fields.putIfAbsent(name, (address == null ? text : address).strip());
        }
      }
    }
    items.add(item(line, fields));
  }

  /// All text within the element at whose beginning the reader stands.
  private String text(int deep) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = deep;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity of its own", xml.getLocation());
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return text.toString();
  }

  private ReadItem item(int line, Map<String, String> fields) {
    String title = plain(fields.getOrDefault("title", ""));
    String link = first(fields, "link", "guid", "id");
    if (title.isEmpty()) {
      return refused(line, "title", "这一条没有标题，请手工录入");
    }
    String key = first(fields, "guid", "id", "link");
    if (key.isEmpty()) {
      return refused(line, "guid", "这一条没有 guid、id 或 link，无法识别是否重复；请手工录入");
    }
    String summary = plain(first(fields, "encoded", "description", "content", "summary"));
    String published = first(fields, "updated", "pubDate", "date", "published");
    String all = title + "\n" + summary;
    Advisory advisory =
        new Advisory(
            CsafReading.shortened(title, 300),
            Gravity.mentioned(all).code(),
            CsafReading.shortened(summary, 20_000),
            CVE.matcher(all).results().map(MatchResult::group).toList(),
            List.of(),
            "",
            "",
            plain(feed),
            link.matches("(?i)https?://\\S{1,2000}") ? List.of(link) : List.of(),
            instant(published));
    return new ReadItem.Good("feed:" + key, digest(all), advisory);
  }

  private static String first(Map<String, String> fields, String... names) {
    for (String name : names) {
      String value = fields.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  /// The words of what may be HTML. Nothing of it is ever shown as HTML.
  static String plain(String html) {
    String seen = UNSEEN.matcher(html).replaceAll("");
    String broken = BREAK.matcher(seen).replaceAll("\n");
    return HtmlUtils.htmlUnescape(TAG.matcher(broken).replaceAll(""))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((one, next) -> one + "\n" + next)
        .orElse("");
  }

  /// RFC 1123 as RSS writes it, ISO 8601 as Atom does; null for neither.
  private static @Nullable Instant instant(String date) {
    for (DateTimeFormatter form :
        List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss z", Locale.ENGLISH))) {
      try {
        return ZonedDateTime.parse(date, form).toInstant();
      } catch (DateTimeParseException _) {
        // the next form may fit
      }
    }
    try {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.ofHours(8)).toInstant();
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
