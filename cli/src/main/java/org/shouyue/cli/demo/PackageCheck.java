package org.shouyue.cli.demo;

import java.nio.file.Path;
import org.shouyue.evidence.PackageVerifier;
import org.shouyue.evidence.VerifyResult;

/// The demo's last act: verifies its own package as an auditor would, offline.
final class PackageCheck {

  private PackageCheck() {}

  /// @throws DemoFailed when the package does not hold
  static void tell(Path folder, Teller teller) {
    switch (PackageVerifier.verify(folder)) {
      case VerifyResult.Intact intact ->
          teller.tell(
              "   "
                  + teller.choose(
                      "核验完好：%d 个文件，%d 条留痕".formatted(intact.files(), intact.records()),
                      "verified: %d files, %d records of evidence"
                          .formatted(intact.files(), intact.records())));
      case VerifyResult.Broken broken ->
          throw new DemoFailed(teller.choose(broken.zh(), broken.en()));
    }
  }
}
