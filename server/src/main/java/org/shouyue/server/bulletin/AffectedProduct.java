package org.shouyue.server.bulletin;

import org.jspecify.annotations.Nullable;

/// What a bulletin says about some versions of one product.
///
/// @param vendor empty when the bulletin names none
/// @param cpe its CPE name; empty when the bulletin gives none
/// @param versions as written, in any form that [VersionRange] reads; empty for every version
record AffectedProduct(String vendor, String name, String cpe, Standing standing, String versions) {
  AffectedProduct {
    vendor = orEmpty(vendor);
    name = orEmpty(name);
    cpe = orEmpty(cpe);
    versions = orEmpty(versions);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /// The name with the maker's, as people read it.
  String title() {
    return vendor.isEmpty() || name.startsWith(vendor) ? name : vendor + " " + name;
  }
}
