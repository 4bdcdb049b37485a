package org.shouyue.scope;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads what stands in the place of a host. A literal address has one accepted spelling; forms
/// that different programs read as different addresses (`127.1`, `0177.0.0.1`, `2130706433`,
/// `0x7f.1`, full-width digits, zone ids) are unclear, and what is unclear is refused.
final class HostText {
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  /// IDNA 2003 and IDNA 2008 send names with these (ß, ς, zero-width joiners) to different hosts.
  private static final Pattern TWO_READINGS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  private HostText() {}

  sealed interface Reading {}

  record Name(String ascii) implements Reading {}

  record Literal(InetAddress address) implements Reading {}

  record Unclear(String why) implements Reading {}

  static Reading read(String text) {
    if (text.isEmpty() || text.length() > 253) {
      return new Unclear("empty or too long a host");
    }
    if (text.indexOf(':') >= 0 || text.startsWith("[")) {
      return readColons(text);
    }
    if (DOTTED_QUAD.matcher(text).matches()) {
      return readQuad(text);
    }
    if (TWO_READINGS.matcher(text).find()) {
      return new Unclear("a letter that IDNA 2003 and 2008 read differently");
    }
    return readName(text);
  }

  private static Reading readColons(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String inner = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!inner.matches("[0-9A-Fa-f:.]+")) {
      return new Unclear("not an IPv6 address");
    }
    try {
      return new Literal(Inet6Address.ofLiteral(inner));
    } catch (IllegalArgumentException _) {
      return new Unclear("not an IPv6 address");
    }
  }

  private static Reading readQuad(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] octets = new byte[4];
    for (int i = 0; i < 4; i++) {
      int octet = Integer.parseInt(parts[i]);
      if (octet > 255) {
        return new Unclear("not an IPv4 address");
      }
      octets[i] = (byte) octet;
    }
    return new Literal(address(octets));
  }

  private static Reading readName(String text) {
    String ascii;
    try {
      ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return new Unclear("not a host name");
    }
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    String[] labels = name.split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return new Unclear("not a host name");
      }
    }
    if (NUMERIC.matcher(labels[labels.length - 1]).matches()) {
      return new Unclear("an address that programs read differently");
    }
    return new Name(name);
  }

  /// The ASCII name.
  ///
  /// @throws IllegalArgumentException when the text is an address or unclear
  static String nameOrThrow(String text) {
    return switch (read(text)) {
      case Name name -> name.ascii();
      case Literal _ -> throw new IllegalArgumentException("an address, not a name: " + text);
      case Unclear unclear -> throw new IllegalArgumentException(unclear.why() + ": " + text);
    };
  }

  /// The ASCII name or the canonical address.
  ///
  /// @throws IllegalArgumentException when the text is unclear
  static String canonicalOrThrow(String text) {
    return switch (read(text)) {
      case Name name -> name.ascii();
      case Literal literal -> literal.address().getHostAddress();
      case Unclear unclear -> throw new IllegalArgumentException(unclear.why() + ": " + text);
    };
  }

  static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not 4 or 16 octets: " + octets.length, e);
    }
  }
}
