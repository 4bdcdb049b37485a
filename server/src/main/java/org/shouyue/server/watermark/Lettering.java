package org.shouyue.server.watermark;

import java.awt.geom.Path2D;

/// Draws words as outlines, so that no typeface has to be embedded or installed.
public interface Lettering {

  /// The outline of a line of words.
  ///
  /// @param path starts at the origin of its base line, y downwards
  record Line(Path2D path, double width) {}

  /// Outlines words, one unit of `size` to an em.
  Line line(String text, double size);
}
