package org.shouyue.engine.site;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.shouyue.scope.Connection;

/// Asks a server for one old protocol version with a hand-made ClientHello, because the platform's
/// own TLS refuses to speak them. Only the first record of the answer is read; no handshake is ever
/// completed.
final class ProtocolProbe {
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;

  /// What servers of that time spoke: ECDHE, DHE and RSA with AES, 3DES, RC4; then the
  /// renegotiation signal (RFC 5746), without which strict servers decline for another reason.
  private static final int[] CIPHERS = {
    0xc00a, 0xc009, 0xc014, 0xc013, 0x0039, 0x0033, 0x0035, 0x002f, 0xc012, 0x0016, 0x000a, 0xc011,
    0x0005, 0x0004, 0x00ff
  };

  private ProtocolProbe() {}

  /// Asks over a connection just opened; does not close it.
  static OldProtocol.Answer ask(Connection connection, OldProtocol protocol, String host) {
    try {
      connection.out().write(hello(protocol, host));
      connection.out().flush();
      return read(connection.in(), protocol);
    } catch (EOFException _) {
      // Closing without a word is how many servers decline.
      return OldProtocol.Answer.DECLINED;
    } catch (SocketException e) {
      boolean reset = String.valueOf(e.getMessage()).contains("reset");
      return reset ? OldProtocol.Answer.DECLINED : OldProtocol.Answer.UNKNOWN;
    } catch (IOException _) {
      return OldProtocol.Answer.UNKNOWN;
    }
  }

  private static OldProtocol.Answer read(InputStream in, OldProtocol protocol) throws IOException {
    byte[] head = in.readNBytes(5);
    if (head.length < 5) {
      throw new EOFException();
    }
    if (head[0] == ALERT) {
      return OldProtocol.Answer.DECLINED;
    }
    byte[] body = in.readNBytes(6);
    if (head[0] != HANDSHAKE || body.length < 6 || body[0] != SERVER_HELLO) {
      return OldProtocol.Answer.UNKNOWN;
    }
    int version = ((body[4] & 0xff) << 8) | (body[5] & 0xff);
    return version == protocol.version() ? OldProtocol.Answer.OFFERED : OldProtocol.Answer.DECLINED;
  }

  /// A ClientHello (RFC 4346, section 7.4.1.2) in one record.
  static byte[] hello(OldProtocol protocol, String host) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, 2, protocol.version());
    // The client's random guards nothing here: no handshake follows.
    body.writeBytes(new byte[32]);
    number(body, 1, 0);
    number(body, 2, CIPHERS.length * 2);
    for (int cipher : CIPHERS) {
      number(body, 2, cipher);
    }
    body.writeBytes(new byte[] {1, 0});
    if (protocol != OldProtocol.SSL_3_0) {
      part(body, 2, extensions(host));
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    number(message, 1, 1);
    part(message, 3, body.toByteArray());
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    number(record, 1, HANDSHAKE);
    number(record, 2, Math.min(protocol.version(), 0x0301));
    part(record, 2, message.toByteArray());
    return record.toByteArray();
  }

  private static byte[] extensions(String host) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    if (!literal) {
      ByteArrayOutputStream name = new ByteArrayOutputStream();
      number(name, 1, 0);
      part(name, 2, host.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream list = new ByteArrayOutputStream();
      part(list, 2, name.toByteArray());
      number(all, 2, 0x0000);
      part(all, 2, list.toByteArray());
    }
    // supported_groups: P-256, P-384, P-521; ec_point_formats: uncompressed.
    all.writeBytes(new byte[] {0, 10, 0, 8, 0, 6, 0, 23, 0, 24, 0, 25, 0, 11, 0, 2, 1, 0});
    return all.toByteArray();
  }

  private static void part(ByteArrayOutputStream out, int lengthBytes, byte[] content) {
    number(out, lengthBytes, content.length);
    out.writeBytes(content);
  }

  private static void number(ByteArrayOutputStream out, int bytes, int value) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
