package org.shouyue.engine.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Status line and headers of an HTTP/1.x answer (RFC 9112).
///
/// @param raw as received, decoded as ISO 8859-1
record HttpHead(int status, List<Header> headers, String raw) {
  /// Larger than what common servers send, small enough to hold: Apache's and nginx's own limits on
  /// requests are 8 to 32 KiB.
  private static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_INTERIM = 8;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
  private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");

  record Header(String name, String value) {}

  /// Reads the head of the final answer; interim ones (1xx) are passed over.
  static HttpHead read(InputStream in) throws IOException {
    for (int interim = 0; interim <= MAX_INTERIM; interim++) {
      HttpHead head = parse(readRaw(in));
      if (head.status >= 200) {
        return head;
      }
    }
    throw HttpFault.protocol("interim answers without end");
  }

  private static String readRaw(InputStream in) throws IOException {
    StringBuilder raw = new StringBuilder(1024);
    while (raw.length() < MAX_BYTES) {
      int octet = in.read();
      if (octet < 0) {
        throw new HttpFault(
            Availability.Reason.BROKEN_OFF,
            raw.isEmpty() ? "closed without an answer" : "closed within the headers");
      }
      raw.append((char) octet);
      if (octet == '\n' && (endsWith(raw, "\n\r\n") || endsWith(raw, "\n\n"))) {
        return raw.toString();
      }
      if (raw.length() == 5 && !raw.toString().equals("HTTP/")) {
        throw HttpFault.protocol("does not begin with HTTP/");
      }
    }
    throw HttpFault.protocol("headers longer than " + MAX_BYTES + " bytes");
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }

  private static HttpHead parse(String raw) throws IOException {
    List<String> lines = raw.lines().toList();
    Matcher status = STATUS_LINE.matcher(lines.getFirst());
    if (!status.matches()) {
      throw HttpFault.protocol("status line: " + shortened(lines.getFirst()));
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.isEmpty()) {
        break;
      }
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        throw HttpFault.protocol("header: " + shortened(line));
      }
      headers.add(new Header(field.group(1).toLowerCase(Locale.ROOT), field.group(2).strip()));
    }
    return new HttpHead(Integer.parseInt(status.group(1)), List.copyOf(headers), raw);
  }

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  /// The first value of a header, or null.
  @Nullable String first(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }

  /// Where a redirect leads, with UTF-8 that servers send there unescaped put right; or null.
  @Nullable String location() {
    String value = first("location");
    return value == null
        ? null
        : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> first("location") != null;
      default -> false;
    };
  }

  /// Whether the body comes in chunks.
  boolean chunked() throws HttpFault {
    String coding = first("transfer-encoding");
    if (coding == null) {
      return false;
    }
    if (!coding.equalsIgnoreCase("chunked")) {
      throw HttpFault.protocol("transfer-encoding: " + shortened(coding));
    }
    if (first("content-length") != null) {
      throw HttpFault.protocol("both chunked and of a stated length");
    }
    return true;
  }

  /// The stated length, or -1 when the body ends with the connection.
  long contentLength() throws HttpFault {
    List<String> stated =
        headers.stream()
            .filter(header -> header.name().equals("content-length"))
            .map(Header::value)
            .distinct()
            .toList();
    if (stated.isEmpty()) {
      return -1;
    }
    if (stated.size() > 1 || !stated.getFirst().matches("[0-9]{1,18}")) {
      throw HttpFault.protocol("content-length: " + shortened(String.join(", ", stated)));
    }
    return Long.parseLong(stated.getFirst());
  }

  boolean hasBody() {
    return status != 204 && status != 304;
  }
}
