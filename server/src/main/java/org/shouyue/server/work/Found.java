package org.shouyue.server.work;

/// One thing that a run found wrong on its asset.
///
/// @param code what kind of thing, `certificate-near-expiry`
/// @param key what tells it from others of its kind on the same asset, the same in every run: a
///   port, a fingerprint; empty when there can be one only
/// @param title one line, in Chinese
/// @param detail what was seen
/// @param advice what to do about it
public record Found(
    String code, String key, Severity severity, String title, String detail, String advice) {

  public Found {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a finding has a code");
    }
  }
}
