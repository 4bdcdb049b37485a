package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes dossiers and papers as JSON and reads them back. The form of a dossier is described by
/// `dossier.schema.json`, which travels with every package. Money and shares are decimal strings.
final class JsonRenderer {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              BigDecimal.class,
              o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .build();

  byte[] render(Dossier dossier) {
    return written(dossier);
  }

  byte[] render(DrawnPaper drawn) {
    return written(drawn);
  }

  /// Reads what [#render] wrote; figures that follow from the rows are counted afresh.
  ///
  /// @throws ReportFailure when the text is no dossier
  Dossier read(byte[] json) {
    return read(json, Dossier.class);
  }

  /// Reads a paper back.
  ///
  /// @throws ReportFailure when the text is no paper
  DrawnPaper readPaper(byte[] json) {
    return read(json, DrawnPaper.class);
  }

  private byte[] written(Object value) {
    return (mapper.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JacksonException unreadable) {
      throw new ReportFailure("unreadable-report", "the stored report cannot be read", unreadable);
    }
  }
}
