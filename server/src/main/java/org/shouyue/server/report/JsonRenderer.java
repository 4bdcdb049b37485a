package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a dossier as JSON and reads it back. The form is described by `dossier.schema.json`,
/// which travels with every package. Money and shares are decimal strings.
final class JsonRenderer implements Renderer {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              BigDecimal.class,
              o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .build();

  @Override
  public byte[] render(Dossier dossier) {
    return (mapper.writeValueAsString(dossier) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Reads what [#render] wrote; figures that follow from the rows are counted afresh.
  ///
  /// @throws ReportFailure when the text is no dossier
  Dossier read(byte[] json) {
    try {
      return mapper.readValue(json, Dossier.class);
    } catch (JacksonException unreadable) {
      throw new ReportFailure("unreadable-dossier", "the stored report cannot be read", unreadable);
    }
  }
}
