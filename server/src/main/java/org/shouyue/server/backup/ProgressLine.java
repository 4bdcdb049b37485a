package org.shouyue.server.backup;

import java.io.PrintStream;

/// Shows how far the work is: a line for every thousand parts, and for every table.
final class ProgressLine implements Progress {
  private static final int EVERY = 1000;

  private final PrintStream err;
  private int seen;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public void at(String what) {
    seen++;
    if (seen % EVERY == 0 || what.equals("migrate") || what.equals("verify")) {
      err.println("… " + seen + "  " + what);
    }
  }
}
