package org.shouyue.server.report;

import java.util.ArrayList;

/// Where the parties sign.
final class SignChapter {
  private SignChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Prose(
            "本报告由系统依据所列履约事项和证据自动编制，不代替甲方的验收结论。甲方可在平台上签署，也可在下方签字盖章；在平台上签署的，签署页和签名图随验收包另存并封签。"));
    blocks.add(new Block.Signatures(dossier.signatories()));
    return Section.of("signatures", "签署", "Signatures", blocks);
  }
}
