package org.shouyue.contract.language;

import org.shouyue.contract.Wording;

/// One error in a written contract.
///
/// @param file name of the file or other source, for people
/// @param line from 1, or 0 where the source has no lines
/// @param column from 1, or 0 where the source has no lines
/// @param path the field, `services[3].frequency`; the empty string for the whole document
/// @param wording what is wrong
/// @param remedy what to write instead
public record Problem(
    String file, int line, int column, String path, Wording wording, Wording remedy) {

  /// One line in both languages, beginning like a compiler's: `file:line:column: path: …`.
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + (path.isEmpty() ? "" : path + ": ") + wording + " — " + remedy;
  }
}
