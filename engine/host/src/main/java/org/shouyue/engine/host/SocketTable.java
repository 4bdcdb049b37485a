package org.shouyue.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one of the kernel's socket tables (`proc(5)`, `/proc/net/tcp` and its kin).
final class SocketTable {
  /// TCP_LISTEN and TCP_CLOSE in the kernel's `tcp_states.h`; an unconnected UDP socket is in the
  /// latter.
  private static final String LISTEN = "0A";

  private static final String UNCONNECTED = "07";

  private static final Pattern ROW =
      Pattern.compile(
          "\\s*[0-9]+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]+):([0-9A-F]{4})"
              + " ([0-9A-F]{2}) \\S+ \\S+ \\S+ +([0-9]+) +[0-9]+ +([0-9]+)\\b.*");

  private SocketTable() {}

  /// One row that listens.
  record Row(String address, int port, int user, long inode) {}

  /// The rows that listen; empty when the kernel has no such table (IPv6 switched off).
  ///
  /// @throws IOException when the table is there but cannot be read, or has rows that cannot be
  ///   understood: part of a list of ports is worse than none
  static List<Row> listening(Path file, Protocol protocol) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Row row = row(line, protocol);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static @Nullable Row row(String line, Protocol protocol) throws IOException {
    Matcher matcher = ROW.matcher(line);
    if (!matcher.matches()) {
      throw new IOException("a row that cannot be understood: " + line);
    }
    String wanted = protocol.isTcp() ? LISTEN : UNCONNECTED;
    if (!matcher.group(5).equals(wanted)) {
      return null;
    }
    return new Row(
        address(matcher.group(1)),
        Integer.parseInt(matcher.group(2), 16),
        Integer.parseInt(matcher.group(6)),
        Long.parseLong(matcher.group(7)));
  }

  /// The kernel prints addresses as 32-bit words in the byte order of the machine.
  static String address(String hex) throws UnknownHostException {
    byte[] octets = new byte[hex.length() / 2];
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    for (int i = 0; i < octets.length; i++) {
      int at = little ? (i / 4) * 4 + 3 - i % 4 : i;
      octets[at] = (byte) Integer.parseInt(hex, i * 2, i * 2 + 2, 16);
    }
    return canonical(octets);
  }

  private static String canonical(byte[] octets) throws UnknownHostException {
    String shown = InetAddress.getByAddress(octets).getHostAddress();
    return shown.equals("0:0:0:0:0:0:0:0") ? "::" : shown.equals("0:0:0:0:0:0:0:1") ? "::1" : shown;
  }
}
