package org.shouyue.server.report;

import java.util.List;

/// A drawing made of a few plain shapes, so that the same figure can be written as SVG, painted on
/// a PDF page and painted as a picture for docx.
///
/// @param title says what is shown
/// @param description says in words what the drawing shows, for those who cannot see it
/// @param width in drawing units; one unit is one CSS pixel at full size
record Figure(String title, String description, int width, int height, List<Shape> shapes) {

  Figure {
    shapes = List.copyOf(shapes);
  }

  /// One shape; colours are six hexadecimal digits.
  sealed interface Shape {}

  /// A filled rectangle.
  record Box(double x, double y, double width, double height, String fill) implements Shape {}

  /// A line through points, given as x, y, x, y …
  record Stroke(List<Double> points, String colour, double thickness) implements Shape {
    public Stroke {
      points = List.copyOf(points);
      if (points.size() < 4 || points.size() % 2 != 0) {
        throw new IllegalArgumentException("a line needs pairs of at least two points: " + points);
      }
    }
  }

  /// A word; `x` is its start, middle or end, `y` its base line.
  record Label(double x, double y, String text, double size, String colour, Block.Side side)
      implements Shape {}
}
