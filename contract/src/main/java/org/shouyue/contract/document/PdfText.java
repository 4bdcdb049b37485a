package org.shouyue.contract.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// The text of a PDF in reading order: visual lines are joined to paragraphs where they were only
/// broken by the margin, wide gaps inside a line become tabs, page numbers are left out.
final class PdfText {

  /// A contract page holds hundreds of characters; a scan has none but perhaps a stamp or a footer.
  private static final int CHARACTERS_A_PAGE = 10;

  private final DocumentLimits limits;

  PdfText(DocumentLimits limits) {
    this.limits = limits;
  }

  /// The lines of a PDF.
  ///
  /// @throws DocumentUnreadable when it is locked, damaged, too large or a scan
  List<String> lines(byte[] bytes) {
    PdfStreams.refuseBombs(bytes, limits);
    try (PDDocument document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      return lines(document);
    } catch (InvalidPasswordException locked) {
      throw DocumentUnreadable.encrypted("PDF 有打开密码", "the PDF is locked by a password");
    } catch (IOException damaged) {
      throw malformed(damaged);
    } catch (DocumentUnreadable refused) {
      throw refused;
    } catch (RuntimeException damaged) {
      // PDFBox answers some damage with whatever its internals trip over.
      throw malformed(damaged);
    } catch (StackOverflowError nested) {
      throw malformed(nested);
    }
  }

  private List<String> lines(PDDocument document) throws IOException {
    int pages = document.getNumberOfPages();
    if (pages > limits.pages()) {
      throw DocumentUnreadable.tooLarge(
          "PDF 超过 " + limits.pages() + " 页", "the PDF has more than " + limits.pages() + " pages");
    }
    if (!document.getCurrentAccessPermission().canExtractContent()) {
      throw DocumentUnreadable.encrypted("PDF 禁止复制文字", "the PDF forbids copying its text");
    }
    PdfLines stripper = new PdfLines(limits.characters());
    List<String> lines = PdfParagraphs.join(stripper.read(document));
    requireText(lines, pages);
    return lines;
  }

  private static void requireText(List<String> lines, int pages) {
    long all = 0;
    long unmapped = 0;
    for (String line : lines) {
      all += line.codePoints().filter(character -> !Character.isWhitespace(character)).count();
      unmapped += line.codePoints().filter(PdfText::isUnmapped).count();
    }
    if (all < (long) CHARACTERS_A_PAGE * Math.max(1, pages)) {
      throw DocumentUnreadable.scanned(
          "PDF 是扫描件，里面没有文字", "the PDF is a scan: it holds pictures and no text");
    }
    if (unmapped * 4 > all) {
      throw DocumentUnreadable.scanned(
          "PDF 的字体没有文字编码，取不出文字", "the fonts of the PDF do not say which characters they draw");
    }
  }

  private static boolean isUnmapped(int character) {
    return character == '\ufffd' || Character.getType(character) == Character.PRIVATE_USE;
  }

  private static DocumentUnreadable malformed(Throwable damage) {
    return DocumentUnreadable.malformed("PDF 已损坏", "the PDF is damaged", damage);
  }
}
