package org.shouyue.engine.site;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The body of an answer, as sent.
///
/// @param octets chunks joined, still compressed; at most the limit
/// @param truncated whether there was more than the limit
record HttpBody(Octets octets, boolean truncated) {
  private static final int MAX_LINE = 256;
  private static final int MAX_TRAILER_LINES = 100;

  /// How many times larger than the body its text may be: beyond that a page is a bomb.
  private static final int MAX_EXPANSION = 20;

  static HttpBody read(InputStream in, HttpHead head, int limit) throws IOException {
    if (!head.hasBody()) {
      return new HttpBody(Octets.NONE, false);
    }
    if (head.chunked()) {
      return readChunks(in, limit);
    }
    long length = head.contentLength();
    if (length < 0) {
      byte[] all = in.readNBytes(limit + 1);
      return all.length <= limit ? new HttpBody(new Octets(all), false) : cut(all, limit);
    }
    byte[] octets = in.readNBytes((int) Math.min(length, limit));
    if (octets.length < Math.min(length, limit)) {
      throw new HttpFault(
          Availability.Reason.BROKEN_OFF,
          "closed after " + octets.length + " of " + length + " bytes");
    }
    return new HttpBody(new Octets(octets), length > limit);
  }

  private static HttpBody cut(byte[] all, int limit) {
    return new HttpBody(new Octets(Arrays.copyOf(all, limit)), true);
  }

  private static HttpBody readChunks(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (true) {
      long size = chunkSize(line(in));
      if (size == 0) {
        skipTrailers(in);
        return new HttpBody(new Octets(joined.toByteArray()), false);
      }
      int wanted = (int) Math.min(size, limit - joined.size());
      byte[] chunk = in.readNBytes(wanted);
      joined.writeBytes(chunk);
      if (chunk.length < wanted) {
        throw new HttpFault(Availability.Reason.BROKEN_OFF, "closed within a chunk");
      }
      if (wanted < size) {
        return new HttpBody(new Octets(joined.toByteArray()), true);
      }
      if (!line(in).isEmpty()) {
        throw HttpFault.protocol("a chunk is longer than it says");
      }
    }
  }

  private static long chunkSize(String line) throws HttpFault {
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
      throw HttpFault.protocol("chunk size: " + digits);
    }
    return Long.parseLong(digits, 16);
  }

  private static void skipTrailers(InputStream in) throws IOException {
    for (int lines = 0; lines < MAX_TRAILER_LINES; lines++) {
      if (line(in).isEmpty()) {
        return;
      }
    }
    throw HttpFault.protocol("trailers without end");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= MAX_LINE) {
      int octet = in.read();
      if (octet < 0) {
        throw new HttpFault(Availability.Reason.BROKEN_OFF, "closed between chunks");
      }
      if (octet == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      line.append((char) octet);
    }
    throw HttpFault.protocol("chunk line longer than " + MAX_LINE + " bytes");
  }

  /// The octets without their compression, or null when it is of a kind we cannot undo. At most
  /// twenty times the size; of a truncated body, what can be read.
  byte @Nullable [] decoded(@Nullable String coding) throws IOException {
    String kind = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "", "identity" -> octets.toArray();
      case "gzip", "x-gzip" -> inflate(new Gzip(octets));
      case "deflate" -> inflate(new Deflate(octets));
      default -> null;
    };
  }

  private sealed interface Coding {
    InputStream open() throws IOException;
  }

  private record Gzip(Octets octets) implements Coding {
    @Override
    public InputStream open() throws IOException {
      return new GZIPInputStream(octets.open());
    }
  }

  private record Deflate(Octets octets) implements Coding {
    @Override
    public InputStream open() {
      // RFC 9110 says zlib; some servers send it bare. The zlib header is a multiple of 31.
      boolean zlib =
          octets.size() > 1 && ((octets.unsigned(0) << 8) | octets.unsigned(1)) % 31 == 0;
      return new InflaterInputStream(octets.open(), new Inflater(!zlib));
    }
  }

  private byte[] inflate(Coding coding) throws IOException {
    int limit = Math.max(octets.size(), 64 * 1024) * MAX_EXPANSION;
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InputStream in = coding.open()) {
      byte[] part = new byte[8192];
      for (int n = in.read(part); n >= 0 && plain.size() < limit; n = in.read(part)) {
        plain.write(part, 0, n);
      }
    } catch (EOFException e) {
      if (!truncated) {
        throw HttpFault.protocol("compressed body ends early");
      }
    } catch (ZipException e) {
      throw HttpFault.protocol("compressed body is damaged: " + e.getMessage());
    }
    return plain.toByteArray();
  }
}
