package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(Rendering.schema(), StandardCharsets.UTF_8));

  @Test
  void everyWrittenDossierFollowsTheDescribedForm() {
    for (Dossier dossier :
        new Dossier[] {SampleDossier.year(), SampleDossier.month(), SampleDossier.empty()}) {
      assertThat(schema.validate(json(dossier), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void formRefusesWhatItDoesNotDescribe() {
    String broken =
        json(SampleDossier.month()).replace("\"outcome\" : \"done\"", "\"outcome\" : \"fine\"");

    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  private static String json(Dossier dossier) {
    return new String(Rendering.shipped().render(dossier, Format.JSON), StandardCharsets.UTF_8);
  }
}
