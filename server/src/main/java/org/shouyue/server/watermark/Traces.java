package org.shouyue.server.watermark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/// Looks into a file, whatever it is, for what tells which export it comes from.
public final class Traces {
  private static final Pattern NUMBER = Pattern.compile("E-(\\d{6,12})(?!\\d)");
  private static final int DEEPEST = 2;
  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_BYTES = 64 << 20;
  private static final Charset GBK = Charset.forName("GB18030");

  private final MarkKey key;
  private final Map<Long, Integer> hidden = new LinkedHashMap<>();
  private final Map<Long, Integer> written = new LinkedHashMap<>();
  private final Set<Mark> tried = new HashSet<>();
  private int budget = MOST_BYTES;

  private Traces(MarkKey key) {
    this.key = key;
  }

  /// What was found.
  ///
  /// @param hidden numbers of hidden marks, and at how many places each stands
  /// @param written numbers that are written for eyes; anybody can type one
  /// @param chance that any of what was tried passes for a mark by accident: one in so many
  public record Found(Map<Long, Integer> hidden, Map<Long, Integer> written, long chance) {
    public Found {
      hidden = Map.copyOf(hidden);
      written = Map.copyOf(written);
    }
  }

  /// What a file holds. A file that cannot be read as what it seems to be is read as text.
  public static Found in(byte[] file, MarkKey key) {
    Traces traces = new Traces(key);
    traces.look(file, 0);
    return new Found(
        traces.hidden,
        traces.written,
        Math.max(1, MarkKey.FORGERIES / Math.max(1, traces.tried.size())));
  }

  private void look(byte[] file, int depth) {
    try {
      if (starts(file, "%PDF")) {
        pdf(file);
      } else if (starts(file, "PK\u0003\u0004") && depth < DEEPEST) {
        zip(file, depth);
      } else if (starts(file, "\u0089PNG") || starts(file, "\u00ff\u00d8") || starts(file, "BM")) {
        picture(ImageIO.read(new ByteArrayInputStream(file)));
      } else {
        text(decoded(file));
      }
    } catch (IOException | IllegalArgumentException _) {
      text(decoded(file)); // damaged: what can be read as text is still worth a look
    }
  }

  private void pdf(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      String property =
          document.getDocumentInformation().getCustomMetadataValue(MarkedPdf.PROPERTY);
      text(property == null ? "" : property);
      text(new PDFTextStripper().getText(document));
      for (PDPage page : document.getPages()) {
        pictures(page.getResources());
      }
    }
  }

  private void pictures(PDResources resources) throws IOException {
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)
          && resources.getXObject(name) instanceof PDImageXObject image) {
        picture(image.getImage());
      }
    }
  }

  /// A Word file's text stands in pieces between tags: the tags are taken out first.
  private void zip(byte[] file, int depth) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && entries < MOST_ENTRIES && budget > 0;
          entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(budget);
        budget -= content.length;
        entries++;
        if (entry.getName().endsWith(".xml")) {
          text(new String(content, StandardCharsets.UTF_8).replaceAll("<[^>]*>", ""));
        } else {
          look(content, depth + 1);
        }
      }
    }
  }

  private void picture(@org.jspecify.annotations.Nullable BufferedImage picture) {
    if (picture != null) {
      count(PictureTrace.in(picture));
    }
  }

  private void text(String text) {
    count(HiddenText.in(text));
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      written.merge(Long.valueOf(numbers.group(1)), 1, Integer::sum);
    }
  }

  private void count(List<Mark> marks) {
    List<Long> real = new ArrayList<>();
    tried.addAll(marks);
    for (Mark mark : marks) {
      OptionalLong number = key.number(mark);
      number.ifPresent(real::add);
    }
    real.forEach(number -> hidden.merge(number, 1, Integer::sum));
  }

  private static String decoded(byte[] file) {
    if (file.length > 1 && (file[0] & 255) == 0xff && (file[1] & 255) == 0xfe) {
      return new String(file, StandardCharsets.UTF_16LE);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : text + new String(file, GBK);
  }

  private static boolean starts(byte[] file, String magic) {
    if (file.length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((file[i] & 255) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
