package org.shouyue.server.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a long file in chunks, each under a nonce that holds its number and whether it is the
/// last: so a chunk that is altered, moved or missing is noticed, and so is a file that was cut
/// off. The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as the `age` format
/// uses it.
final class ChunkCipher {
  /// How much plain text a chunk holds.
  static final int CHUNK = 64 * 1024;

  static final int TAG = 16;
  static final int SALT = 16;

  /// What OWASP's password storage advice of 2023 asks of PBKDF2 with HMAC-SHA512.
  private static final int ITERATIONS = 210_000;

  private static final int NONCE = 12;

  private final SecretKey key;
  private long number;

  ChunkCipher(char[] passphrase, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ITERATIONS, 256);
    try {
      this.key =
          new SecretKeySpec(
              SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                  .generateSecret(spec)
                  .getEncoded(),
              "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA512", e);
    } finally {
      spec.clearPassword();
    }
  }

  byte[] seal(byte[] chunk, int length, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /// The plain text of a chunk.
  ///
  /// @throws GeneralSecurityException when it is not the one that was sealed in this place
  byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE)
            .putLong(number++)
            .putShort((short) 0)
            .putShort((short) (last ? 1 : 0))
            .array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    return cipher;
  }
}
