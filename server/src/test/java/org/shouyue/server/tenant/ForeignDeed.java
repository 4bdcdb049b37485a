package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One way to change something, tried with somebody else's identifier.
///
/// @param body what is sent; `$` stands for the identifier; a map with `file` goes as a form
record ForeignDeed(String method, String path, Map<String, ?> body) {
  static final Map<String, String> SIGNATURE =
      Map.of(
          "name", "张主任", "role", "主任", "drawing", drawing(), "remarks", "", "verdict", "accepted");

  /// Belongs to no client, or to the caller alone.
  private static final Set<String> OF_NO_CLIENT =
      Set.of(
          "POST /api/session",
          "DELETE /api/session",
          "POST /api/session/totp/enrol",
          "POST /api/session/totp/confirm",
          "POST /api/clients",
          "POST /api/people",
          "POST /api/clock",
          "POST /api/scope/kill-switch");

  /// Every deed that the API's own description names; fails for one that nobody thought of here.
  static List<ForeignDeed> all(Browser anybody) {
    Map<String, Map<String, ?>> bodies = bodies();
    bodies.put("PUT /api/contracts/{id}/body", ownContract(anybody));
    Set<String> ofNoClient = new TreeSet<>(OF_NO_CLIENT);
    for (Furnishing room : Furnishing.all()) {
      bodies.putAll(room.deeds());
      ofNoClient.addAll(room.ofNoClient());
    }
    Set<String> described = new TreeSet<>();
    List<ForeignDeed> deeds = new ArrayList<>();
    anybody
        .get("/api/openapi")
        .expect(200)
        .json()
        .path("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    described.removeIf(deed -> deed.startsWith("GET ") || ofNoClient.contains(deed));
    assertThat(bodies.keySet()).isEqualTo(described);
    bodies.forEach((deed, body) ->
        deeds.add(
            new ForeignDeed(
                deed.substring(0, deed.indexOf(' ')),
                deed.substring(deed.indexOf(' ') + 1),
                body)));
    return deeds;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> ownContract(Browser anybody) {
    String id = anybody.get("/api/contracts").expect(200).text("items.0.id");
    JsonNode body = anybody.get("/api/contracts/" + id).expect(200).json().path("body");
    return JsonMapper.shared().convertValue(body, Map.class);
  }

  Browser.Answer by(Browser intruder, String id) {
    String address = path.replace("{n}", "0").replaceAll("\\{\\w+}", id);
    if (body.containsKey("file")) {
      Map<String, Object> fields = new LinkedHashMap<>(with(id));
      fields.remove("file");
      return intruder.form(address, fields, "file", "x.txt", "合同".getBytes(StandardCharsets.UTF_8));
    }
    return switch (method) {
      case "POST" -> intruder.post(address, with(id));
      case "PUT" -> intruder.put(address, with(id));
      case "DELETE" -> intruder.delete(address);
      default -> throw new IllegalStateException(method);
    };
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> with(String id) {
    Map<String, Object> filled = new LinkedHashMap<>();
    body.forEach((name, value) ->
        filled.put(
            name,
            switch (value) {
              case null -> null;
              case String text when text.equals("$") -> id;
              case List<?> many -> many.stream().map(one -> "$".equals(one) ? id : one).toList();
              case Map<?, ?> inner ->
                  new ForeignDeed(method, path, (Map<String, ?>) inner).with(id);
              default -> value;
            }));
    return filled;
  }

  private static Map<String, Map<String, ?>> bodies() {
    Map<String, Map<String, ?>> bodies = new LinkedHashMap<>();
    bodies.put(
        "POST /api/assets", Map.of("clientId", "$", "kind", "system", "name", "x", "address", "x"));
    bodies.put("PUT /api/assets/{id}", Map.of("name", "x", "address", "x"));
    bodies.put("DELETE /api/assets/{id}", Map.of());
    bodies.put("POST /api/permits", Map.of("file", true, "permit", permit()));
    bodies.put("POST /api/permits/{id}/revoke", Map.of("reason", "x"));
    bodies.put("POST /api/contracts", Map.of("file", true, "clientId", "$"));
    bodies.put("PUT /api/contracts/{id}/ambiguities/{n}", Map.of("decision", "x"));
    bodies.put("POST /api/contracts/{id}/in-force", Map.of("signedOn", "2026-01-01"));
    Map<String, String> money = Map.of("date", "2026-01-01", "amount", "1.00");
    bodies.put("POST /api/contracts/{id}/payments", money);
    bodies.put(
        "POST /api/contracts/{id}/payment-triggers", Map.of("instalment", 1, "date", "2026-01-01"));
    bodies.put("POST /api/obligations/{id}/run", Map.of());
    bodies.put("POST /api/obligations/{id}/submission", Map.of("file", true, "note", "x"));
    bodies.put("POST /api/obligations/{id}/waive", Map.of("reason", "x"));
    bodies.put("POST /api/runs/{id}/cancel", Map.of());
    bodies.put("POST /api/findings/{id}/retest", Map.of());
    bodies.put("POST /api/findings/{id}/dismiss", Map.of("reason", "x"));
    bodies.put("POST /api/tickets", Map.of("contractId", "$", "kind", "fault", "title", "x"));
    bodies.put("POST /api/tickets/{id}/events", Map.of("type", "comment", "text", "x"));
    bodies.put("POST /api/evidence/verify", Map.of("contractId", "$"));
    bodies.put(
        "POST /api/reports", Map.of("contractId", "$", "kind", "monthly", "period", "2026-01"));
    bodies.put(
        "POST /api/acceptances",
        Map.of("contractId", "$", "from", "2026-01-01", "to", "2026-01-31"));
    bodies.put("POST /api/acceptances/{id}/sign", SIGNATURE);
    return bodies;
  }

  private static Map<String, Object> permit() {
    return Map.of(
        "clientId",
        "$",
        "targets",
        List.of("host:www.example.cn"),
        "methods",
        List.of("observe"),
        "from",
        "2020-01-01T00:00:00Z",
        "until",
        "2099-01-01T00:00:00Z",
        "signatory",
        "x");
  }

  private static String drawing() {
    BufferedImage picture = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.BLACK);
    pen.fillRect(20, 40, 200, 8);
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
