package org.shouyue.server.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes named parts one after the other, of any length, without knowing it beforehand: the name,
/// blocks with their length in front, a block of length 0; an empty name ends the file. A ZIP would
/// need its directory at the end and its lengths at the front.
final class PartWriter implements Closeable {
  private static final int BLOCK = 64 * 1024;

  private final DataOutputStream out;
  private final List<Part> written = new ArrayList<>();

  PartWriter(OutputStream sealed) {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    this.out =
        new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(sealed, fast, BLOCK), BLOCK));
  }

  /// Gives a part's bytes to a stream that it must not keep.
  interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes one part.
  Part write(String name, Source source) throws IOException {
    out.writeUTF(name);
    MessageDigest digest = Digests.sha256();
    Blocks blocks = new Blocks();
    try (OutputStream part =
        new BufferedOutputStream(new DigestOutputStream(blocks, digest), BLOCK)) {
      source.writeTo(part);
    }
    out.writeInt(0);
    Part done = new Part(name, blocks.size, HexFormat.of().formatHex(digest.digest()));
    written.add(done);
    return done;
  }

  /// What was written so far.
  List<Part> written() {
    return List.copyOf(written);
  }

  @Override
  public void close() throws IOException {
    out.writeUTF("");
    out.close();
  }

  private final class Blocks extends OutputStream {
    private long size;

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        out.writeInt(length);
        out.write(bytes, offset, length);
        size += length;
      }
    }
  }
}
