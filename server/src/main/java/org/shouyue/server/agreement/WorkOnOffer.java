package org.shouyue.server.agreement;

import java.util.Set;
import org.shouyue.contract.Capability;

/// What the house can do by itself, told by the rooms above.
public interface WorkOnOffer {

  /// The kinds of asset that this work is done on; empty when a person has to do it.
  Set<String> assetKinds(Capability capability);
}
