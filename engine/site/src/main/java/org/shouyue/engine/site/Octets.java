package org.shouyue.engine.site;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/// Bytes as a value: never change, equal when their content is.
public final class Octets {
  static final Octets NONE = new Octets(new byte[0]);

  private final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// How many there are.
  public int size() {
    return bytes.length;
  }

  /// A copy.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// Reads them from the first.
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /// SHA-256, 64 lower-case hexadecimal digits.
  public String sha256() {
    return Digests.sha256(bytes);
  }

  int unsigned(int index) {
    return bytes[index] & 0xff;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
