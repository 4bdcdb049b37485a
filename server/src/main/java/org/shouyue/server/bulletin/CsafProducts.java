package org.shouyue.server.bulletin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The product tree of a CSAF document: which product each identifier names.
final class CsafProducts {
  private static final int DEEPEST = 50;
  private static final Pattern TRAILING_VERSION = Pattern.compile("^(.+?)\\s+v?(\\d[\\w.+:~-]*)$");

  private final Map<String, AffectedProduct> products = new LinkedHashMap<>();

  private CsafProducts() {}

  /// What the branches above a product say of it.
  private record Above(String vendor, String name, String versions) {
    Above with(String category, String branch) {
      return switch (category) {
        case "vendor" -> new Above(branch, name, versions);
        case "product_name" -> new Above(vendor, branch, versions);
        case "product_version", "product_version_range" -> new Above(vendor, name, branch);
        default -> this;
      };
    }
  }

  static CsafProducts read(JsonNode tree) {
    CsafProducts read = new CsafProducts();
    read.branches(tree.path("branches"), new Above("", "", ""), 0);
    for (JsonNode product : tree.path("full_product_names")) {
      read.add(product, new Above("", "", ""));
    }
    for (JsonNode relation : tree.path("relationships")) {
      read.relation(relation);
    }
    return read;
  }

  /// The product; its standing means nothing yet. Null when the tree does not define it.
  @Nullable AffectedProduct find(String id) {
    return products.get(id);
  }

  private void branches(JsonNode branches, Above above, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (JsonNode branch : branches) {
      Above here =
          above.with(
              branch.path("category").asString(""), branch.path("name").asString("").strip());
      if (branch.has("product")) {
        add(branch.path("product"), here);
      }
      branches(branch.path("branches"), here, depth + 1);
    }
  }

  private void add(JsonNode product, Above above) {
    String id = product.path("product_id").asString("");
    String full = product.path("name").asString("").strip();
    String cpe = product.at("/product_identification_helper/cpe").asString("").strip();
    String name = above.name();
    String versions = above.versions();
    ProductNames.Cpe read = ProductNames.Cpe.parse(cpe);
    if (versions.isEmpty() && read != null && read.version() != null) {
      versions = read.version();
    }
    Matcher trailing = TRAILING_VERSION.matcher(full);
    if (name.isEmpty() && versions.isEmpty() && trailing.matches()) {
      name = trailing.group(1);
      versions = trailing.group(2);
    }
    if (!id.isEmpty()) {
      products.put(
          id,
          new AffectedProduct(
              above.vendor(), name.isEmpty() ? full : name, cpe, Standing.AFFECTED, versions));
    }
  }

  /// "A as a part of B" is A, wherever it runs: the ledger lists parts by themselves.
  private void relation(JsonNode relation) {
    String id = relation.at("/full_product_name/product_id").asString("");
    AffectedProduct part = products.get(relation.path("product_reference").asString(""));
    if (!id.isEmpty() && part != null) {
      products.put(id, part);
    } else {
      add(relation.path("full_product_name"), new Above("", "", ""));
    }
  }
}
