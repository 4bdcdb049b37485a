package org.shouyue.server.work;

/// Bytes that a run leaves as evidence.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Proof(String name, String mediaType, byte[] content) {

  public Proof {
    if (name.isBlank()) {
      throw new IllegalArgumentException("evidence has a name");
    }
  }
}
