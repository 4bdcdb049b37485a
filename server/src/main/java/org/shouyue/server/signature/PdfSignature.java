package org.shouyue.server.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.shouyue.server.problem.Problem;

/// Puts a signature into a PDF in two steps (PAdES, ETSI EN 319 142-1): a hole is left for it, the
/// person signs everything around the hole on a machine of their own, and the signature is put in.
final class PdfSignature {

  /// Room for a signature with a chain of certificates.
  private static final int ROOM_BYTES = 30_000;

  private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

  private PdfSignature() {}

  /// @param document the PDF with the hole
  /// @param toSign everything around it
  /// @param hole where the hexadecimal digits begin
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Prepared(byte[] document, byte[] toSign, int hole) {}

  /// Leaves a hole for the signature of a person.
  static Prepared prepare(byte[] pdf, String person, String reason, Instant at) {
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PADES);
      signature.setName(person);
      signature.setReason(reason);
      GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      day.setTimeInMillis(at.toEpochMilli());
      signature.setSignDate(day);
      options.setPreferredSignatureSize(ROOM_BYTES);
      document.addSignature(signature, options);
      ExternalSigningSupport support = document.saveIncrementalForExternalSigning(out);
      byte[] toSign = support.getContent().readAllBytes();
      support.setSignature(new byte[0]);
      return new Prepared(out.toByteArray(), toSign, signature.getByteRange()[1] + 1);
    } catch (IOException unreadable) {
      throw new IllegalStateException("a PDF of ours cannot be read", unreadable);
    }
  }

  /// The PDF with the signature in its hole.
  ///
  /// @param der the signature
  /// @throws Problem 400 when it is too long for the hole
  static byte[] filled(byte[] prepared, int hole, byte[] der) {
    byte[] digits = HexFormat.of().formatHex(der).getBytes(StandardCharsets.US_ASCII);
    byte[] filled = prepared.clone();
    int room = hole;
    while (filled[room] != '>') {
      room++;
    }
    if (digits.length > room - hole) {
      throw Problem.invalid("file", "签名文件超过 30 KB；请只附签署人的证书链");
    }
    System.arraycopy(digits, 0, filled, hole, digits.length);
    return filled;
  }
}
