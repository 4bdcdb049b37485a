package org.shouyue.server.backup;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads the parts that [PartWriter] wrote, from front to back.
final class PartReader implements Closeable {
  private static final int BLOCK = 64 * 1024;
  private static final int LONGEST_BLOCK = 1 << 20;

  private final DataInputStream in;

  private PartReader(InputStream sealed) {
    this.in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(sealed, new java.util.zip.Inflater(), BLOCK), BLOCK));
  }

  /// Opens a backup.
  ///
  /// @throws BackupRefused when it is none, or the passphrase is another
  static PartReader open(Path file, char[] passphrase) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BLOCK);
    try {
      return new PartReader(new SealedInput(raw, passphrase));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /// Takes a part's bytes.
  interface Sink {
    /// Takes them.
    ///
    /// @param name the part's name
    /// @param in its bytes; what is left unread is skipped
    void take(String name, InputStream in) throws IOException;
  }

  /// Reads the next part; null when there is none left.
  ///
  /// @throws BackupRefused when the file is damaged
  @Nullable Part next(Sink sink) throws IOException {
    try {
      String name = in.readUTF();
      if (name.isEmpty()) {
        drain(in); // authenticates the very end
        return null;
      }
      MessageDigest digest = Digests.sha256();
      Blocks blocks = new Blocks();
      DigestInputStream part = new DigestInputStream(blocks, digest);
      sink.take(name, part);
      drain(part);
      return new Part(name, blocks.size, HexFormat.of().formatHex(digest.digest()));
    } catch (EOFException | ZipException e) {
      throw new BackupRefused("备份文件已损坏 / the backup is damaged", e);
    }
  }

  private static void drain(InputStream in) throws IOException {
    byte[] nobody = new byte[BLOCK];
    while (in.read(nobody) >= 0) {
      // only counted and digested
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private final class Blocks extends InputStream {
    private long size;
    private int left;
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0 && !ended) {
        left = in.readInt();
        ended = left == 0;
        if (left < 0 || left > LONGEST_BLOCK) {
          throw new BackupRefused("备份文件已损坏 / the backup is damaged");
        }
      }
      if (ended) {
        return -1;
      }
      int given = in.read(into, offset, Math.min(length, left));
      if (given < 0) {
        throw new EOFException();
      }
      left -= given;
      size += given;
      return given;
    }
  }
}
