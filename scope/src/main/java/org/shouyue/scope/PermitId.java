package org.shouyue.scope;

import java.util.UUID;

/// The identity of one permit.
public record PermitId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
