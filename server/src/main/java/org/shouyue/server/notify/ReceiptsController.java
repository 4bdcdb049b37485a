package org.shouyue.server.notify;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToAll;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where those who have no account answer: providers with their reports, and people with the link
/// in their message. Both prove by a signature of ours that they were given the address.
@RestController
class ReceiptsController {
  private final Receipts receipts;
  private final Deliveries deliveries;
  private final Links links;
  private final Clients clients;
  private final JsonMapper json;

  ReceiptsController(
      Receipts receipts, Deliveries deliveries, Links links, Clients clients, JsonMapper json) {
    this.receipts = receipts;
    this.deliveries = deliveries;
    this.links = links;
    this.clients = clients;
    this.json = json;
  }

  /// Takes a provider's reports; answers as Alibaba (`code`) and Tencent (`result`) both want it.
  @PostMapping("/api/receipts/{channel}")
  @AllowedToAll(because = "providers report here, by a signed address")
  Map<String, Object> report(
      @PathVariable UUID channel,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(required = false) @Nullable UUID delivery,
      @RequestBody byte[] body) {
    if (!links.reports(channel, token)) {
      throw Problem.forbidden("the address is not one of ours");
    }
    JsonNode told;
    try {
      told = json.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException _) {
      throw Problem.invalid("body", "must be JSON");
    }
    int taken =
        TenantScope.of(clients.everyId())
            .call(() ->
                (int)
                    Receipts.read(told, delivery).stream()
                        .filter(report -> receipts.take(channel, report))
                        .count());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", 0);
    answer.put("result", 0);
    answer.put("msg", "ok");
    answer.put("taken", taken);
    return answer;
  }

  /// Asks before it acknowledges: programs that look at every link in a mail must not.
  @GetMapping("/ack/{id}/{token}")
  @AllowedToAll(because = "the link in a message is signed for its recipient")
  ResponseEntity<String> ask(@PathVariable UUID id, @PathVariable String token) {
    Delivery delivery = known(id, token);
    return page(
        "<h1>%s</h1><p>%s</p><form method=\"post\"><button>我来处理 · I take it</button></form>"
            .formatted(
                HtmlUtils.htmlEscape(delivery.title()),
                HtmlUtils.htmlEscape(delivery.recipient())));
  }

  @PostMapping("/ack/{id}/{token}")
  @AllowedToAll(because = "the link in a message is signed for its recipient")
  ResponseEntity<String> acknowledge(@PathVariable UUID id, @PathVariable String token) {
    Delivery delivery = known(id, token);
    String who =
        TenantScope.of(delivery.clientId()).call(() -> receipts.acknowledge(delivery, "link"));
    return page("<h1>已确认 · Acknowledged</h1><p>" + HtmlUtils.htmlEscape(who) + "</p>");
  }

  private Delivery known(UUID id, String token) {
    if (!links.acknowledges(id, token)) {
      throw Problem.notFound("notice", id);
    }
    return TenantScope.of(clients.everyId())
        .call(() -> deliveries.find(id))
        .orElseThrow(() -> Problem.notFound("notice", id));
  }

  private static ResponseEntity<String> page(String body) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            """
            <!doctype html><html lang="zh"><meta charset="utf-8"><title>守约</title>
            <meta name="viewport" content="width=device-width"><style>body{font:18px/1.6 sans-serif;
            max-width:34em;margin:3em auto;padding:0 1em}button{font:inherit;padding:.6em 1.4em}
            </style><main>%s</main></html>
            """
                .formatted(body));
  }
}
