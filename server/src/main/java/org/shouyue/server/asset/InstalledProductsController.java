package org.shouyue.server.asset;

import java.util.List;
import java.util.UUID;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is installed on an asset.
@RestController
@RequestMapping("/api/assets/{id}/products")
final class InstalledProductsController {
  private static final int MOST = 500;

  private final Assets assets;
  private final InstalledProducts products;

  InstalledProductsController(Assets assets, InstalledProducts products) {
    this.assets = assets;
    this.products = products;
  }

  record Products(List<InstalledProduct> products) {
    Products {
      new Checks()
          .present("products", products)
          .that(
              products == null || products.size() <= MOST,
              "products",
              "must not hold more than " + MOST)
          .done();
      products = List.copyOf(products);
    }
  }

  @GetMapping
  @AllowedToSignedIn
  List<InstalledProduct> list(@PathVariable UUID id) {
    return products.on(require(id).id());
  }

  @PutMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<InstalledProduct> write(@PathVariable UUID id, @RequestBody Products given) {
    products.write(require(id), given.products());
    return products.on(id);
  }

  private Asset require(UUID id) {
    return assets.find(id).orElseThrow(() -> Problem.notFound("asset", id));
  }
}
