package org.shouyue.server.report;

import java.util.Locale;

/// The ways a report can be written.
public enum Format {
  HTML("text/html;charset=UTF-8"),
  PDF("application/pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  JSON("application/json");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /// The media type that a server announces it with.
  public String mediaType() {
    return mediaType;
  }

  /// The ending of a file name, without the dot.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format of this name, `pdf`.
  ///
  /// @throws IllegalArgumentException when no format has it
  public static Format of(String name) {
    for (Format format : values()) {
      if (format.extension().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException("a report comes as html, pdf, docx or json, not " + name);
  }
}
