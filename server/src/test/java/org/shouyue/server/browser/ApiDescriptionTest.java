package org.shouyue.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.ServerUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description that the pages' types are generated from is still true. After a change of the
/// API, write it anew with `-Dshouyue.openapi.write=true` and run `npm run api` in `web`: the
/// compiler then shows what the pages must learn.
class ApiDescriptionTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final Path WRITTEN = Path.of("../web/openapi.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everythingThatThePagesWereCompiledAgainstIsStillThere() throws IOException {
    JsonNode live = JSON.readTree(SERVER.admin().get("/api/openapi").expect(200).body());
    if (Boolean.getBoolean("shouyue.openapi.write")) {
      Files.writeString(
          WRITTEN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(live)) + "\n");
    }

    JsonNode written = JSON.readTree(Files.readString(WRITTEN));

    assertThat(places(live)).containsAll(places(written));
  }

  /// Every operation and every field of every schema, as one line each.
  private static TreeSet<String> places(JsonNode description) {
    TreeSet<String> places = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> places.add(method + " " + path.getKey())));
    description
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema ->
            schema
                .getValue()
                .path("properties")
                .properties()
                .forEach(field ->
                    places.add(
                        schema.getKey() + "." + field.getKey() + ": " + kind(field.getValue()))));
    return places;
  }

  private static String kind(JsonNode field) {
    return field.has("$ref") ? field.path("$ref").asString() : field.path("type").asString();
  }

  /// The same with members in order and without the address of this run.
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    var object = JSON.createObjectNode();
    new TreeSet<>(node.propertyNames())
        .stream()
            .filter(name -> !name.equals("servers"))
            .forEach(name -> object.set(name, sorted(node.get(name))));
    return object;
  }
}
