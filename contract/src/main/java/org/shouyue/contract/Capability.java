package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The kind of work that a service item asks for. The code (`site-availability`) is what documents,
/// the database and the engines use; which of them the product can execute by itself is decided by
/// the engines that are present, never here.
public enum Capability {
  // Hosts
  HOST_MONITORING,
  INSPECTION,
  ACCOUNT_CHECK,
  WEBSHELL_SCAN,
  MALWARE_SCAN,
  TAMPER_PROTECTION,
  BACKUP,
  PORT_WATCH,
  PATCHING,
  HARDENING,
  HOSTING,
  // Sites
  SITE_AVAILABILITY,
  SITE_CONTENT,
  SITE_INDICATORS,
  CERTIFICATE,
  LEADER_MAILBOX,
  SITE_CHANGE,
  // Vulnerabilities
  VULNERABILITY_SCAN,
  WEAKNESS_ASSESSMENT,
  CODE_REVIEW,
  PENETRATION_TEST,
  // Logs and threats
  LOG_ANALYSIS,
  THREAT_INTELLIGENCE,
  // Databases
  DATABASE_ACCESS_CONTROL,
  DATABASE_AUDIT,
  DATABASE_CARE,
  DATA_ASSESSMENT,
  // People
  SUPPORT,
  INCIDENT_RESPONSE,
  EMERGENCY_PLAN,
  DRILL,
  DUTY,
  TRAINING,
  CONSULTING,
  BULLETIN,
  EXTERNAL_FINDING,
  REPORTING,
  /// Read, but of no kind that is known here: a person decides.
  OTHER;

  /// The written code: `site-availability`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The capability with this code.
  ///
  /// @throws IllegalArgumentException when no capability has it
  @JsonCreator
  public static Capability of(String code) {
    for (Capability capability : values()) {
      if (capability.code().equals(code)) {
        return capability;
      }
    }
    throw new IllegalArgumentException("no capability is called " + code);
  }
}
