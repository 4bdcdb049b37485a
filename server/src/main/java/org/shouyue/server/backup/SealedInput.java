package org.shouyue.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// Decrypts what [SealedOutput] wrote.
final class SealedInput extends InputStream {
  private final InputStream in;
  private final ChunkCipher cipher;
  private byte[] ahead;
  private byte[] plain = {};
  private int read;
  private boolean first = true;
  private boolean ended;

  /// @throws BackupRefused when it does not begin as a backup does
  SealedInput(InputStream in, char[] passphrase) throws IOException {
    this.in = in;
    if (!Arrays.equals(in.readNBytes(SealedOutput.HEAD.length), SealedOutput.HEAD)) {
      throw new BackupRefused("不是守约的备份文件 / this is no backup of Shouyue");
    }
    byte[] salt = in.readNBytes(ChunkCipher.SALT);
    if (salt.length < ChunkCipher.SALT) {
      throw new BackupRefused("备份文件不完整 / the backup is cut off");
    }
    this.cipher = new ChunkCipher(passphrase, salt);
    this.ahead = in.readNBytes(ChunkCipher.CHUNK + ChunkCipher.TAG);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (read == plain.length) {
      if (ended) {
        return -1;
      }
      next();
    }
    int given = Math.min(length, plain.length - read);
    System.arraycopy(plain, read, into, offset, given);
    read += given;
    return given;
  }

  private void next() throws IOException {
    byte[] sealed = ahead;
    ahead = in.readNBytes(ChunkCipher.CHUNK + ChunkCipher.TAG);
    ended = ahead.length == 0;
    try {
      plain = cipher.open(sealed, sealed.length, ended);
    } catch (GeneralSecurityException e) {
      throw new BackupRefused(
          first
              ? "口令不对，或文件被改动 / wrong passphrase, or the file was altered"
              : ended
                  ? "备份文件不完整或被改动 / the backup is cut off or was altered"
                  : "备份文件被改动 / the backup was altered",
          e);
    }
    read = 0;
    first = false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
