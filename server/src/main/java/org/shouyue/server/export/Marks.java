package org.shouyue.server.export;

import java.io.UncheckedIOException;
import java.util.Locale;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.report.ReportLettering;
import org.shouyue.server.watermark.Lettering;
import org.shouyue.server.watermark.Mark;
import org.shouyue.server.watermark.MarkKey;
import org.shouyue.server.watermark.MarkedPage;
import org.shouyue.server.watermark.MarkedPdf;
import org.shouyue.server.watermark.MarkedPicture;
import org.shouyue.server.watermark.MarkedWord;
import org.shouyue.server.watermark.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Marks files by what they are, under a key that lies in the server's home. Nodes on several
/// machines need the same key file; a file that was marked under a lost key is only known by its
/// digest and by what is written on it.
@Component
class Marks {
  private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

  private final MarkKey key;
  private final Lettering lettering;

  Marks(ServerHome home, ReportLettering letters) {
    this.key = new MarkKey(home.key("export-mark"));
    this.lettering =
        (text, size) -> {
          var line = letters.line(text, size);
          return new Lettering.Line(line.path(), line.width());
        };
  }

  Mark of(long number) {
    return key.mark(number);
  }

  /// The file as it may leave. One of a kind that cannot be marked, or that is not what its name
  /// says, leaves as it is: its digest is in the log.
  byte[] mark(String name, byte[] content, LoggedLeaving leaving) {
    Mark mark = leaving.mark();
    String note = leaving.plainNote();
    try {
      return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
        case "html" -> MarkedPage.mark(content, mark, note);
        case "pdf" -> MarkedPdf.mark(content, mark, note, lettering);
        case "docx" -> MarkedWord.mark(content, mark, note);
        case "png" -> MarkedPicture.mark(content, "png", mark, note, lettering);
        case "jpg", "jpeg" -> MarkedPicture.mark(content, "jpg", mark, note, lettering);
        default -> content;
      };
    } catch (UncheckedIOException broken) {
      LOG.warn("{} leaves unmarked, its digest is in the log", leaving.number(), broken);
      return content;
    }
  }

  Traces.Found trace(byte[] file) {
    return Traces.in(file, key);
  }
}
