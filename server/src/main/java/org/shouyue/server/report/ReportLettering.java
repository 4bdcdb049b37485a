package org.shouyue.server.report;

import java.awt.geom.Path2D;
import org.springframework.stereotype.Component;

/// Draws words in the typeface of our charts, for rooms that letter files of their own. Safe for
/// use by many threads.
@Component
public class ReportLettering {
  private final Typefaces typefaces;

  ReportLettering(Rendering rendering) {
    this.typefaces = rendering.typefaces();
  }

  /// The outline of a line of words.
  ///
  /// @param path starts at the origin of its base line, y downwards
  public record Line(Path2D path, double width) {}

  /// Outlines words, one unit of `size` to an em.
  public Line line(String text, double size) {
    Typefaces.Outline outline = typefaces.outline(text, size);
    return new Line(outline.path(), outline.width());
  }
}
