package org.shouyue.contract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (draft 2020-12) of the contract language, for editors and other programs. It
/// accepts everything that [ContractJson] and [ContractYaml] print and what people may write; the
/// readers themselves check more than a schema can.
public final class ContractSchema {

  private ContractSchema() {}

  /// The schema as JSON.
  public static String text() {
    try (InputStream schema = ContractSchema.class.getResourceAsStream("contract.schema.json")) {
      if (schema == null) {
        throw new IllegalStateException("contract.schema.json is part of this library");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
