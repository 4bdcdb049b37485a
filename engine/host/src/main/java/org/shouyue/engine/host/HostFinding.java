package org.shouyue.engine.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.shouyue.scope.Message;

/// Something wrong on a host.
///
/// @param code stable, of a closed list: see the README
/// @param subject what it is about, for people
/// @param identity with the code, tells the same fault in two runs from two faults: holds nothing
///   that changes from run to run, such as process ids
public record HostFinding(
    String code,
    String subject,
    Severity severity,
    Message message,
    Message remedy,
    List<String> identity) {
  public HostFinding {
    identity = List.copyOf(identity);
    if (identity.isEmpty()) {
      throw new IllegalArgumentException("finding " + code + " has no identity");
    }
  }

  /// SHA-256 over code and identity, each ended by a zero octet; 64 lower-case hexadecimal digits.
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((code + '\0').getBytes(StandardCharsets.UTF_8));
      identity.forEach(part -> digest.update((part + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
