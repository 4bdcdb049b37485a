package org.shouyue.contract.document;

/// How much a document may ask for before it is refused. The defaults are many times what a
/// contract of 500 pages needs.
///
/// @param bytes size of the file
/// @param expandedBytes size of everything packed inside the file, once unpacked
/// @param characters length of the text, all lines together
/// @param pages of a PDF
public record DocumentLimits(long bytes, long expandedBytes, int characters, int pages) {

  /// 20 MiB, 200 MiB unpacked, four million characters, two thousand pages.
  public static final DocumentLimits DEFAULT =
      new DocumentLimits(20L << 20, 200L << 20, 4_000_000, 2_000);

  public DocumentLimits {
    if (bytes > 1L << 30) {
      throw new IllegalArgumentException("a document is held in memory, not " + bytes + " bytes");
    }
    if (bytes < 1 || expandedBytes < 1 || characters < 1 || pages < 1) {
      throw new IllegalArgumentException(
          "limits are positive: %d, %d, %d, %d".formatted(bytes, expandedBytes, characters, pages));
    }
  }
}
