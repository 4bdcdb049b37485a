package org.shouyue.scope;

/// How hard one address may be knocked at, all capabilities and clients together.
///
/// @param perSecond connections a second in the long run
/// @param burst connections at once after a quiet time
/// @param concurrent connections open at the same time
public record Limits(double perSecond, int burst, int concurrent) {
  /// Gentle enough for a small office's only web server.
  public static final Limits GENTLE = new Limits(10, 40, 16);

  public Limits {
    if (!(perSecond > 0) || burst < 1 || concurrent < 1) {
      throw new IllegalArgumentException(
          "not limits: " + perSecond + "/s, burst " + burst + ", concurrent " + concurrent);
    }
  }
}
