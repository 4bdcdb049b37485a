package org.shouyue.contract.plan;

/// What happens to a due date that falls on a day off, and to two windows of one service whose due
/// dates then fall on the same day (2026-01-01 and 2026-01-03 both roll to 2026-01-04).
public record RollPolicy(Roll roll, Collision collision) {

  /// Due dates stay where the clause puts them: machines work on holidays too.
  public static final RollPolicy AS_WRITTEN = new RollPolicy(Roll.NONE, Collision.KEEP);

  /// Where a due date on a day off goes. A date that would leave the term goes the other way.
  public enum Roll {
    NONE,
    /// To the next working day.
    NEXT,
    /// To the last working day before.
    PREVIOUS
  }

  /// What becomes of two windows that are due on the same day.
  public enum Collision {
    /// Both stay due on that day.
    KEEP,
    /// The later window is left out and listed as unplanned.
    SKIP,
    /// The later window moves to the next working day; merged where the term leaves no room.
    NEXT,
    /// The earlier window moves to the working day before; merged where its window leaves no room.
    PREVIOUS,
    /// One obligation stands for both windows.
    MERGE
  }
}
