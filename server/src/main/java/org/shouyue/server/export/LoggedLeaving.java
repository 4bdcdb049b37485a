package org.shouyue.server.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.Leaving;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.watermark.HiddenText;
import org.shouyue.server.watermark.Mark;

/// Something on its way out that is in the log, or that holds nothing of any client and is not.
final class LoggedLeaving implements Leaving {

  /// Writes the end of an export down.
  interface End {
    void of(long number, long bytes, String sha256);
  }

  private final @Nullable Long number;
  private final String note;
  private final End end;
  private final @Nullable Mark mark;
  private final String hidden;
  private final MessageDigest digest = sha256();
  private long bytes;

  /// @param number null when it is not in the log
  LoggedLeaving(@Nullable Long number, String note, Outgoing what, End end, Marks marks) {
    this.number = number;
    this.note = note;
    this.end = end;
    this.mark = number == null ? null : marks.of(number);
    this.hidden = mark == null ? "" : HiddenText.of(mark);
  }

  @Override
  public String number() {
    return number == null ? "" : Export.number(number);
  }

  @Override
  public String note() {
    return note + hidden;
  }

  /// The note without anything hidden.
  String plainNote() {
    return note;
  }

  /// What is hidden in the file.
  ///
  /// @throws IllegalStateException when it is not in the log
  Mark mark() {
    if (mark == null) {
      throw new IllegalStateException("nothing of any client leaves here");
    }
    return mark;
  }

  @Override
  public String marked(String text) {
    return number != null && HiddenText.isWords(text) ? text + hidden : text;
  }

  @Override
  public OutputStream through(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
      }

      @Override
      public void write(byte[] part, int from, int length) throws IOException {
        out.write(part, from, length);
        digest.update(part, from, length);
        bytes += length;
      }
    };
  }

  /// The whole file at once.
  void whole(byte[] content) {
    digest.update(content);
    bytes += content.length;
    complete();
  }

  @Override
  public void complete() {
    if (number != null) {
      end.of(number, bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
