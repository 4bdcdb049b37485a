package org.shouyue.server.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The gateways. Where messages go is decided here alone, by administrators: nothing in a notice
/// can name another host.
@RestController
@RequestMapping("/api/channels")
class ChannelsController {
  private final Channels channels;
  private final ChannelTrial trial;
  private final Links links;

  ChannelsController(Channels channels, ChannelTrial trial, Links links) {
    this.channels = channels;
    this.trial = trial;
    this.links = links;
  }

  /// A channel as administrators see it.
  ///
  /// @param secrets the names of those that were given; what they are is never shown
  /// @param receiptPath where its provider reports, behind this server's public address
  record ChannelItem(
      UUID id,
      ChannelKind kind,
      Means means,
      String name,
      Map<String, String> settings,
      List<String> secrets,
      boolean enabled,
      String audience,
      boolean everyClient,
      List<UUID> clients,
      int failures,
      @Nullable Instant deadSince,
      @Nullable String lastSaid,
      String receiptPath) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  List<ChannelItem> list() {
    return channels.all().stream().map(this::item).toList();
  }

  /// A kind of channel and what it needs.
  record Kind(ChannelKind kind, Means means, int perMinute, List<ChannelKind.Field> fields) {}

  @GetMapping("/kinds")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  List<Kind> kinds() {
    return Arrays.stream(ChannelKind.values())
        .map(kind -> new Kind(kind, kind.means(), kind.perMinute(), kind.fields()))
        .toList();
  }

  /// A channel as it is to be. A secret that is left out stays as it is.
  ///
  /// @param clients whose notices go there; needed unless `everyClient`
  record GivenChannel(
      ChannelKind kind,
      String name,
      Map<String, String> settings,
      @Nullable Map<String, String> secrets,
      @Nullable Boolean enabled,
      @Nullable String audience,
      @Nullable Boolean everyClient,
      @Nullable List<UUID> clients) {
    GivenChannel {
      new Checks()
          .present("kind", kind)
          .text("name", name, 60)
          .present("settings", settings)
          .that(
              audience == null || audience.equals("client") || audience.equals("provider"),
              "audience",
              "must be provider or client")
          .done();
    }

    Channels.Given checked(List<String> known) {
      Map<String, String> plain = new LinkedHashMap<>();
      Map<String, String> sealed = new LinkedHashMap<>();
      Map<String, String> given = secrets == null ? Map.of() : secrets;
      Checks checks = new Checks();
      for (ChannelKind.Field field : kind.fields()) {
        String value = (field.secret() ? given : settings).getOrDefault(field.name(), "").strip();
        boolean there = !value.isEmpty() || (field.secret() && known.contains(field.name()));
        checks.that(there || !field.required(), field.name(), "must not be empty");
        checks.that(value.length() <= 4000, field.name(), "must not be longer than 4000");
        if (!value.isEmpty()) {
          (field.secret() ? sealed : plain).put(field.name(), value);
        }
      }
      String perMinute = settings.getOrDefault("perMinute", "").strip();
      checks.that(perMinute.matches("\\d{0,6}"), "perMinute", "must be a whole number");
      plain.put("perMinute", perMinute);
      checks.that(
          plain.getOrDefault("callPause", "").matches("\\d{0,4}"),
          "callPause",
          "must be a whole number of seconds");
      places(checks, plain);
      boolean every = !Boolean.FALSE.equals(everyClient);
      List<UUID> named = every || clients == null ? List.of() : clients;
      checks.that(every || !named.isEmpty(), "clients", "must name at least one").done();
      named.stream()
          .filter(client -> !TenantScope.visible().contains(client))
          .findFirst()
          .ifPresent(client -> {
            throw Problem.notFound("client", client);
          });
      return new Channels.Given(
          kind,
          name.strip(),
          plain,
          sealed,
          !Boolean.FALSE.equals(enabled),
          "client".equals(audience),
          every,
          named);
    }

    /// An address must name its host itself: no part of a message decides where it goes.
    private static void places(Checks checks, Map<String, String> plain) {
      String url = plain.get("url");
      if (url != null) {
        checks.that(isPlace(url), "url", "must be an http or https address with a fixed host");
      }
      for (String pattern : List.of("success", "messageId")) {
        checks.that(
            compiles(plain.getOrDefault(pattern, "")), pattern, "must be a regular expression");
      }
      checks.that(plain.getOrDefault("port", "25").matches("\\d{1,5}"), "port", "must be a port");
      checks.that(
          List.of("none", "starttls", "tls").contains(plain.getOrDefault("security", "tls")),
          "security",
          "must be none, starttls or tls");
    }

    private static boolean isPlace(String url) {
      try {
        URI place = new URI(url.replaceAll("\\{\\w+}", "x"));
        int path = url.indexOf('/', url.indexOf("//") + 2);
        String before = path < 0 ? url : url.substring(0, path);
        return ("http".equals(place.getScheme()) || "https".equals(place.getScheme()))
            && place.getHost() != null
            && place.getUserInfo() == null
            && !before.contains("{");
      } catch (URISyntaxException _) {
        return false;
      }
    }

    private static boolean compiles(String pattern) {
      try {
        return Pattern.compile(pattern).pattern().equals(pattern);
      } catch (PatternSyntaxException _) {
        return false;
      }
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  ChannelItem add(@RequestBody GivenChannel given) {
    return one(channels.add(given.checked(List.of())));
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  ChannelItem change(@PathVariable UUID id, @RequestBody GivenChannel given) {
    ChannelItem present = one(id);
    if (present.kind() != given.kind()) {
      throw Problem.invalid("kind", "stays what it was");
    }
    channels.change(id, given.checked(present.secrets()));
    return one(id);
  }

  /// Whom to send a test message.
  ///
  /// @param to a mail address or telephone number; not needed for a robot
  record Trial(@Nullable String to) {}

  @PostMapping("/{id}/test")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  ChannelTrial.Result test(@PathVariable UUID id, @RequestBody Trial given) {
    Channel channel = channels.find(id).orElseThrow(() -> Problem.notFound("channel", id));
    String to = given.to() == null ? "" : given.to().strip();
    if (channel.kind().means() != Means.ROBOT) {
      new Checks().text("to", to, 200).done();
    }
    return trial.send(channel, to, Caller.current().name());
  }

  private ChannelItem one(UUID id) {
    return channels.find(id).map(this::item).orElseThrow(() -> Problem.notFound("channel", id));
  }

  private ChannelItem item(Channel channel) {
    return new ChannelItem(
        channel.id(),
        channel.kind(),
        channel.kind().means(),
        channel.name(),
        channel.settings(),
        channels.sealedNames(channel.id()),
        channel.enabled(),
        channel.client() ? "client" : "provider",
        channel.everyClient(),
        channel.clients(),
        channel.failures(),
        channel.deadSince(),
        channel.lastSaid(),
        Links.receiptPath(channel.id()) + "?token=" + links.token(channel.id()));
  }
}
