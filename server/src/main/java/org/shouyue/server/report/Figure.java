package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// A drawing made of a few plain shapes, so that the same figure can be written as SVG, painted on
/// a PDF page and painted as a picture for docx.
///
/// @param title says what is shown
/// @param description says in words what the drawing shows, for those who cannot see it
/// @param width in drawing units; one unit is one CSS pixel at full size
public record Figure(String title, String description, int width, int height, List<Shape> shapes) {

  public Figure {
    shapes = List.copyOf(shapes);
  }

  /// One shape; colours are six hexadecimal digits. In JSON it says by `shape` which it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Box.class, name = "box"),
    @JsonSubTypes.Type(value = Stroke.class, name = "stroke"),
    @JsonSubTypes.Type(value = Label.class, name = "label")
  })
  public sealed interface Shape {}

  /// A filled rectangle.
  public record Box(double x, double y, double width, double height, String fill)
      implements Shape {}

  /// A line through points, given as x, y, x, y …
  public record Stroke(List<Double> points, String colour, double thickness) implements Shape {
    public Stroke {
      points = List.copyOf(points);
      if (points.size() < 4 || points.size() % 2 != 0) {
        throw new IllegalArgumentException("a line needs pairs of at least two points: " + points);
      }
    }
  }

  /// A word; `x` is its start, middle or end, `y` its base line.
  public record Label(double x, double y, String text, double size, String colour, Block.Side side)
      implements Shape {}
}
