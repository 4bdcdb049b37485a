package org.shouyue.engine.site;

/// How much a finding matters, least first.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
