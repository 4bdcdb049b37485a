package org.shouyue.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The contract price, tax included unless the text says otherwise.
///
/// @param currency ISO 4217 code, `CNY` for 人民币
public record Total(BigDecimal amount, String currency, @Nullable Lines lines) {

  public Total {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a price is not negative: " + amount);
    }
  }
}
