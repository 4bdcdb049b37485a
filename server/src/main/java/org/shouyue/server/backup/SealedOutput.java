package org.shouyue.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// Encrypts what is written: a head line, a salt, then sealed chunks.
final class SealedOutput extends OutputStream {
  static final byte[] HEAD = "shouyue backup 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OutputStream out;
  private final ChunkCipher cipher;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK];
  private int filled;
  private boolean closed;

  SealedOutput(OutputStream out, char[] passphrase) throws IOException {
    this.out = out;
    byte[] salt = new byte[ChunkCipher.SALT];
    RANDOM.nextBytes(salt);
    this.cipher = new ChunkCipher(passphrase, salt);
    out.write(HEAD);
    out.write(salt);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == chunk.length) {
        out.write(cipher.seal(chunk, filled, false));
        filled = 0;
      }
      int taken = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, from, chunk, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.write(cipher.seal(chunk, filled, true));
      out.close();
    }
  }
}
