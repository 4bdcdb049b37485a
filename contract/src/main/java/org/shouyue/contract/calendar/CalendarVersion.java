package org.shouyue.contract.calendar;

/// The name of one exact calendar: `cn@2026-3f2a91bc04de`. Two calendars with the same version have
/// the same days, hours and zone, because the version is made from them.
///
/// @param id which calendar, `cn`
/// @param version last year with data, then the first 12 hex digits of the SHA-256 of the
///   definition
public record CalendarVersion(String id, String version) {

  public CalendarVersion {
    if (id.isBlank() || id.indexOf('@') >= 0 || version.isBlank()) {
      throw new IllegalArgumentException(
          "a calendar version is written id@version, not " + id + "@" + version);
    }
  }

  /// Reads `id@version`.
  ///
  /// @throws IllegalArgumentException when there is no `@`
  public static CalendarVersion parse(String text) {
    int at = text.indexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("a calendar version is written id@version, not " + text);
    }
    return new CalendarVersion(text.substring(0, at), text.substring(at + 1));
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
