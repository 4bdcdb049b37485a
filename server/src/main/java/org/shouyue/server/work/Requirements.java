package org.shouyue.server.work;

import java.util.Set;
import org.shouyue.scope.Method;

/// What a capability needs before it can run.
///
/// @param methods the risk classes that the client's permit must allow
/// @param assetKinds the kinds of asset that it works on, `site`
public record Requirements(Set<Method> methods, Set<String> assetKinds) {

  public Requirements {
    methods = Set.copyOf(methods);
    assetKinds = Set.copyOf(assetKinds);
    if (assetKinds.isEmpty()) {
      throw new IllegalArgumentException("a capability works on some kind of asset");
    }
  }
}
