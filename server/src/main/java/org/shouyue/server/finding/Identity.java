package org.shouyue.server.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.shouyue.contract.Capability;

/// What makes two findings the same: the asset, the kind of work, the kind of finding and its key.
/// Never its wording, its severity or the run.
final class Identity {
  private Identity() {}

  static String of(UUID asset, Capability capability, String code, String key) {
    String whole = String.join("\u0000", asset.toString(), capability.code(), code, key);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
