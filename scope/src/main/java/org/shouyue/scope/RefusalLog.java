package org.shouyue.scope;

/// Where refusals are told. Called once for each, before the caller hears of it; must be safe for
/// use by many threads. A log that throws does not turn a refusal into an opening.
@FunctionalInterface
public interface RefusalLog {
  void refused(Refusal refusal);
}
