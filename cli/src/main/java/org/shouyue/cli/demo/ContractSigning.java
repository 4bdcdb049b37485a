package org.shouyue.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// From the document to a contract in force: ledger, permit, import, decisions, signature.
final class ContractSigning {

  private final Cast cast;
  private final Teller teller;

  ContractSigning(Cast cast, Teller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  /// Enters the scenery into the client's ledger.
  void enterAssets(int sitePort) {
    asset("site", "门户网站", "https://localhost:" + sitePort + "/");
    asset("host", "云服务器", "localhost");
  }

  private void asset(String kind, String name, String address) {
    cast.engineer()
        .post(
            "/api/assets",
            Map.of("clientId", cast.clientId(), "kind", kind, "name", name, "address", address));
  }

  /// The client's signatory permits loopback, and nothing else, for the term.
  void permit(Instant from, Instant until) {
    String permit =
        new JsonMapper()
            .writeValueAsString(
                Map.of(
                    "clientId", cast.clientId(),
                    "targets", List.of("address:127.0.0.0/8", "address:::1/128", "host:localhost"),
                    "methods", List.of("observe", "enumerate"),
                    "from", from.toString(),
                    "until", until.toString(),
                    "signatory", "甲方签字人"));
    byte[] signed = "授权书：演示场景，仅限本机回环地址，仅限观察与枚举。".getBytes(StandardCharsets.UTF_8);
    cast.signatory()
        .postForm(
            "/api/permits",
            List.of(
                ServerApi.Part.field("permit", "application/json", permit),
                ServerApi.Part.file("file", "permit.txt", "text/plain; charset=utf-8", signed)));
  }

  /// Imports the document as a draft. A term that the document leaves blank becomes a year from the
  /// signing, as two parties would fill it in.
  JsonNode read(Path document, TermOfDemo term) {
    JsonNode draft = add(document);
    if (term.written()) {
      return draft;
    }
    teller.happens(
        term.start(),
        "合同期限空白，双方填写为自签订之日起一年",
        "the term is blank: the parties fill in a year from the signing");
    ObjectNode body = draft.path("body").deepCopy().asObject();
    body.putObject("term").put("length", "P1Y").put("starts", "signing");
    return cast.manager().put("/api/contracts/" + draft.path("id").asString() + "/body", body);
  }

  private JsonNode add(Path document) {
    try {
      Path name = document.getFileName();
      return cast.manager()
          .postForm(
              "/api/contracts?clientId=" + cast.clientId(),
              List.of(
                  ServerApi.Part.file(
                      "file",
                      name == null ? "contract" : name.toString(),
                      "application/octet-stream",
                      Files.readAllBytes(document))));
    } catch (IOException unreadable) {
      throw new DemoFailed(document + ": " + unreadable.getMessage());
    }
  }

  /// Decides what the document leaves open and puts the contract in force.
  ///
  /// @return the contract in force
  JsonNode putInForce(JsonNode draft, LocalDate signedOn) {
    String path = "/api/contracts/" + draft.path("id").asString();
    JsonNode ambiguities = draft.path("ambiguities");
    for (JsonNode ambiguity : ambiguities) {
      teller.tell("     ? " + ambiguity.path("message").asString());
      cast.manager()
          .put(
              path + "/ambiguities/" + ambiguity.path("n").asInt(),
              Map.of("decision", "演示：按读取结果执行，由双方代表确认"));
    }
    Map<String, Object> signature = new HashMap<>();
    signature.put("signedOn", signedOn.toString());
    return cast.manager().post(path + "/in-force", signature);
  }
}
