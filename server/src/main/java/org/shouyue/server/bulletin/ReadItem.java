package org.shouyue.server.bulletin;

/// One bulletin in a file, read or refused.
sealed interface ReadItem {

  /// A bulletin that could be read.
  ///
  /// @param key what it is known by at its source: a later one with the same key is a new version
  /// @param version of the source
  record Good(String key, String version, Advisory advisory) implements ReadItem {}

  /// A bulletin, or a whole file, that could not be read.
  ///
  /// @param where a JSON path as `/document/tracking/id`, or a line as `第 12 行`
  /// @param remedy what to do about it, in Chinese
  record Refused(String where, String field, String remedy) implements ReadItem {}
}
