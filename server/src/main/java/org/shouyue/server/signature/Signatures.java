package org.shouyue.server.signature;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes the signature under a deed: one that was drawn, or one that was made with a certificate
/// before, or both.
@Service
public class Signatures {
  private final SignatureRows rows;
  private final CertificateSigning signing;

  Signatures(SignatureRows rows, CertificateSigning signing) {
    this.rows = rows;
    this.signing = signing;
  }

  /// The picture that stands under the deed: the drawing, else a card that says who signed with
  /// which certificate.
  ///
  /// A signature of which no trusted authority is known does not stand alone: the drawing must
  /// stand beside it.
  ///
  /// @param about the deed's matter, `acceptance/0197…`
  /// @param drawing a PNG picture as a data address; null for none
  /// @param certificate the signature that was made with a certificate; null for none
  /// @throws Problem 400 without either, 404 for somebody else's signature, 409 for one that is not
  ///   valid or was made over what has changed since
  @Transactional(readOnly = true)
  public byte[] picture(String about, @Nullable String drawing, @Nullable UUID certificate) {
    byte[] drawn = drawing == null || drawing.isBlank() ? null : DrawnSignature.read(drawing);
    if (certificate != null) {
      CertificateSignature signature = require(about, certificate);
      if (drawn == null && signature.state() == SignatureVerdict.State.UNKNOWN) {
        throw Problem.conflict("certificate-unknown", "签发证书的机构不在受信任之列；请同时手写签名，或请安全管理员配置该机构");
      }
      return drawn == null ? SignatureCard.draw(signature) : drawn;
    }
    if (drawn == null) {
      throw Problem.invalid("drawing", "is required, or a signature made with a certificate");
    }
    return drawn;
  }

  private CertificateSignature require(String about, UUID id) {
    CertificateSignature signature =
        rows.signature(id)
            .filter(one -> one.personId().equals(Caller.current().id()))
            .filter(one -> one.about().equals(about))
            .orElseThrow(() -> Problem.notFound("certificate-signature", id));
    if (signature.state() == SignatureVerdict.State.INVALID) {
      throw Problem.conflict("certificate-invalid", "证书签名无效，不能用于签署；请查看原因后重新签名");
    }
    SigningOffer offer = rows.offer(signature.offerId()).orElseThrow();
    Signable.Document now = signing.document(about, offer.form().equals("pdf"));
    if (!isOf(offer, now.content())) {
      throw Problem.conflict("document-changed", "签名之后文件已有变动；请重新取得文件并签名");
    }
    return signature;
  }

  /// A PDF with a hole for its signature begins with the document itself.
  private static boolean isOf(SigningOffer offer, byte[] document) {
    if (offer.form().equals("file")) {
      return ContentDigest.of(document).sha256().equals(offer.sha256());
    }
    return offer.document().length > document.length
        && Arrays.equals(offer.document(), 0, document.length, document, 0, document.length);
  }
}
