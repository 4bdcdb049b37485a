package org.shouyue.engine.host;

/// How much a finding matters, least first.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
