package org.shouyue.server.outgoing;

import java.io.OutputStream;

/// Something on its way out, row by row. For one thread.
public interface Leaving {
  /// Its number for people, `E-000012`; empty when nothing of any client leaves.
  String number();

  /// What every reader should see on each row: the number, who took it and when.
  String note();

  /// A text with the number hidden in it; short texts, names and codes stay as they are, because
  /// programs compare them.
  String marked(String text);

  /// The stream to write to: counts and digests what goes through.
  OutputStream through(OutputStream out);

  /// Everything was written. Without this the log says that the file was begun and not finished.
  void complete();
}
