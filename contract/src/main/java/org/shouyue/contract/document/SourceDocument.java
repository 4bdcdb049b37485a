package org.shouyue.contract.document;

import java.util.List;

/// A contract document as numbered lines of plain text. Line 1 is `lines().get(0)`; the cells of a
/// table row are parted by tabs.
///
/// @param name the file's name, for people
/// @param digest SHA-256 of the file's bytes in lower-case hexadecimal
public record SourceDocument(String name, String digest, List<String> lines) {

  public SourceDocument {
    lines = List.copyOf(lines);
  }
}
