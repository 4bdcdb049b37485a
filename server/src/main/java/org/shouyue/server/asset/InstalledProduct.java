package org.shouyue.server.asset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// A program that is installed on an asset, as the ledger knows it.
///
/// @param version as the program prints it, `9.0.31`; null when nobody looked
/// @param cpe its name in the CPE dictionary, `cpe:2.3:a:apache:tomcat:9.0.31:*:…`; null when
///   unknown
public record InstalledProduct(String name, @Nullable String version, @Nullable String cpe) {
  private static final Pattern CPE = Pattern.compile("cpe:(2\\.3:|/)[aoh\\-*]:[^:\\s]+:\\S+");

  public InstalledProduct {
    new Checks()
        .text("products.name", name, 200)
        .that(
            version == null || version.length() <= 100,
            "products.version",
            "must not be longer than 100")
        .that(
            cpe == null || cpe.isBlank() || CPE.matcher(cpe.strip()).matches(),
            "products.cpe",
            "must be a CPE name as cpe:2.3:a:apache:tomcat:9.0.31:*:*:*:*:*:*:*")
        .done();
    name = name.strip();
    version = version == null || version.isBlank() ? null : version.strip();
    cpe = cpe == null || cpe.isBlank() ? null : cpe.strip();
  }
}
