package org.shouyue.server.tenant;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shouyue.server.home.ServerHome;
import org.springframework.stereotype.Component;

/// Encrypts what must not be readable in a copy of the database: AES-256-GCM under a key that lies
/// in the server's home. Nodes on several machines share the database and need the same key file.
@Component
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  Seal(ServerHome home) {
    this.key = new SecretKeySpec(home.key("seal"), "AES");
  }

  /// Encrypts; only the same purpose opens it again.
  public byte[] seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, plain, 0);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /// Decrypts what was sealed for this purpose.
  ///
  /// @throws IllegalStateException when it was sealed under another key or for another purpose
  public byte[] open(byte[] sealed, String purpose) {
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce, purpose, sealed, NONCE_BYTES);
  }

  private byte[] cipher(int mode, byte[] nonce, String purpose, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a sealed secret cannot be opened: the key file keys/seal is not the one it was sealed"
              + " with",
          e);
    }
  }
}
