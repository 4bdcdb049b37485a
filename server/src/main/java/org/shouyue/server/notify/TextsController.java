package org.shouyue.server.notify;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The texts of notices, and a client's own in their place.
@RestController
@RequestMapping("/api/notice-texts")
class TextsController {
  private final Texts texts;
  private final InstantSource clock;

  TextsController(Texts texts, InstantSource clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /// One text as it would be sent.
  ///
  /// @param own whether it is the client's own
  /// @param names the words that it may use
  record TextItem(
      String template, String locale, String title, String body, boolean own, Set<String> names) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  List<TextItem> list(@RequestParam UUID client) {
    visible(client);
    List<TextItem> items = new ArrayList<>();
    for (String template : texts.names()) {
      Template zh = texts.file(template, "zh");
      Set<String> names = zh == null ? Set.of() : zh.names();
      for (String locale : List.of("zh", "en")) {
        Template own = texts.own(client, template, locale);
        Template shown = own != null ? own : texts.file(template, locale);
        if (shown != null) {
          items.add(
              new TextItem(template, locale, shown.title(), shown.body(), own != null, names));
        }
      }
    }
    return items;
  }

  /// A client's own text.
  ///
  /// @param title null, with the body, to go back to ours
  record GivenText(
      UUID clientId,
      String template,
      String locale,
      @Nullable String title,
      @Nullable String body) {
    GivenText {
      new Checks()
          .present("clientId", clientId)
          .text("template", template, 100)
          .that("zh".equals(locale) || "en".equals(locale), "locale", "must be zh or en")
          .that((title == null) == (body == null), "body", "must be given with title")
          .that(title == null || !title.isBlank(), "title", "must not be empty")
          .that(title == null || title.length() <= 200, "title", "must not be longer than 200")
          .that(body == null || body.length() <= 5000, "body", "must not be longer than 5000")
          .done();
    }

    @Nullable Template text() {
      return title == null || body == null ? null : new Template(title.strip(), body.strip());
    }
  }

  @PutMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  List<TextItem> put(@RequestBody GivenText given) {
    visible(given.clientId());
    Template text = given.text();
    if (text == null) {
      texts.remove(given.clientId(), given.template(), given.locale());
    } else {
      texts.check(given.template(), text);
      texts.put(
          given.clientId(),
          given.template(),
          given.locale(),
          text,
          clock.instant(),
          Caller.current().name());
    }
    return list(given.clientId());
  }

  /// A text with sample words in it.
  record Preview(String title, String body) {}

  @PostMapping("/preview")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Preview preview(@RequestBody GivenText given) {
    visible(given.clientId());
    Template text = given.text();
    if (text == null) {
      throw Problem.invalid("title", "must not be empty");
    }
    texts.check(given.template(), text);
    Map<String, String> samples = new LinkedHashMap<>();
    text.names().forEach(name -> samples.put(name, "〔" + name + "〕"));
    Template filled = text.fill(samples);
    return new Preview(filled.title(), filled.body());
  }

  private static void visible(UUID client) {
    if (!TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
  }
}
