package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.evidence.PackageVerifier;
import org.shouyue.evidence.VerifyResult;

/// The whole product from the document to the signed package, as `shouyue demo --once` runs it:
/// real server process, real PostgreSQL, real engines on real sockets.
class DemoTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir static Path home;

  private static String told;
  private static int exit;
  private static Locale before;

  @BeforeAll
  static void deliverTheSample() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.ENGLISH);
    System.setProperty("shouyue.root", ROOT.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    exit =
        Main.run(
            new String[] {"demo", "--once", "--home", home.toString()},
            new PrintWriter(out),
            new PrintWriter(err));
    told = out + "\n" + err;
  }

  @AfterAll
  static void restoreLanguage() {
    Locale.setDefault(before);
  }

  @Test
  void comesToItsEnd() {
    assertThat(exit).as(told).isZero();
  }

  @Test
  void countsWhatWasKeptLateAndMissed() {
    Matcher counts =
        Pattern.compile("kept (\\d+), late (\\d+), missed (\\d+); (\\d+) runs").matcher(told);

    assertThat(counts.find()).as(told).isTrue();
    assertThat(Integer.parseInt(counts.group(1))).as("kept").isGreaterThan(200);
    assertThat(Integer.parseInt(counts.group(2))).as("late").isEqualTo(1);
    assertThat(Integer.parseInt(counts.group(3))).as("missed").isEqualTo(1);
    assertThat(Integer.parseInt(counts.group(4))).as("runs").isGreaterThan(500);
  }

  @Test
  void everythingThatWentWrongBecameATicketAndWasProvenFixed() {
    assertThat(told)
        .contains("502")
        .contains("证书还有")
        .contains("未登记的端口")
        .contains("service level limits broken")
        .doesNotContain("not proven fixed");
  }

  @Test
  void theLateDocumentCostsWhatTheContractSays() {
    assertThat(told).containsPattern("provider late-delivery .*0\\.0005 x 365,000\\.00 =");
  }

  @Test
  void bothAcceptancesAreSignedAndTheirPaymentsMade() {
    assertThat(told)
        .contains("the mid-term acceptance is signed")
        .contains("the final acceptance is signed")
        .contains("the client pays 146000")
        .contains("the client pays 109500");
  }

  @Test
  void thePackageHoldsAndBreaksWhenAnyFileIsTouched() throws IOException {
    Matcher folder = Pattern.compile("package (/\\S+)").matcher(told);
    assertThat(folder.find()).as(told).isTrue();
    Path packaged = Path.of(folder.group(1));

    assertThat(PackageVerifier.verify(packaged)).isInstanceOf(VerifyResult.Intact.class);
    assertThat(packaged.resolve("acceptance.pdf")).isNotEmptyFile();
    assertThat(packaged.resolve("acceptance.docx")).isNotEmptyFile();
    assertThat(packaged.resolve("acceptance.html")).isNotEmptyFile();

    Files.writeString(packaged.resolve("acceptance.html"), "changed");
    assertThat(PackageVerifier.verify(packaged))
        .isInstanceOfSatisfying(
            VerifyResult.Broken.class,
            broken -> assertThat(broken.path()).isEqualTo("acceptance.html"));
  }
}
