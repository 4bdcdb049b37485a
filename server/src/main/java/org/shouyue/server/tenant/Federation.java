package org.shouyue.server.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.federation.Identity;
import org.shouyue.server.tenant.federation.IdentityProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organisation's identity provider, where one is configured, and whom of ours it means. Nobody
/// gets a role from outside: an account has the role that an administrator gave it.
@Service
class Federation {
  private final SignInSettings.@Nullable Oidc settings;
  private final @Nullable IdentityProvider provider;
  private final @Nullable Role created;
  private final People people;
  private final Passwords passwords;
  private final ApplicationEventPublisher events;

  Federation(
      SignInSettings settings,
      Administrators administrators,
      People people,
      Passwords passwords,
      ApplicationEventPublisher events) {
    this.settings = settings.oidc();
    this.people = people;
    this.passwords = passwords;
    this.events = events;
    this.provider = this.settings == null ? null : provider(this.settings);
    String create = this.settings == null ? null : PersonFields.blank(this.settings.create());
    this.created = create == null ? null : Role.of(create);
    if (created != null && (administrators.separated() || created.seesAll())) {
      throw new IllegalStateException(
          "shouyue.oidc.create must be left out where administrators are separated, and must not be"
              + " a role that sees every client");
    }
  }

  Optional<IdentityProvider> provider() {
    return Optional.ofNullable(provider);
  }

  /// What the sign-in page calls the provider; null when there is none.
  @Nullable String name() {
    return settings == null ? null : settings.name() == null ? "统一身份认证" : settings.name();
  }

  /// Who of ours that is: by the subject entered for them, else by the claim configured. Empty for
  /// nobody, for more than one, and for somebody disabled.
  @Transactional
  Optional<Person> recognise(Identity identity) {
    Optional<Person> known =
        people.byExternalSubject(identity.subject()).or(() -> byClaim(identity));
    if (known.isEmpty() && created != null) {
      known = create(identity, created);
    }
    return known.filter(person -> !person.disabled());
  }

  private Optional<Person> byClaim(Identity identity) {
    String match = settings == null || settings.match() == null ? "email" : settings.match();
    if (match.equals("email")) {
      String mail = identity.verifiedMail();
      List<Person> same = mail == null ? List.of() : people.byMail(mail);
      return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
    String named = identity.text(match);
    if (named == null) {
      return Optional.empty();
    }
    return match.equals("preferred_username")
        ? people.byUsername(named)
        : people.byExternalSubject(named);
  }

  /// An account without clients: it shows nothing until an administrator names some. Its password
  /// is known to nobody.
  private Optional<Person> create(Identity identity, Role role) {
    String username = identity.text("preferred_username");
    String mail = identity.verifiedMail();
    String name = identity.text("name");
    String called = username != null ? username : mail != null ? mail : identity.subject();
    UUID id = UUID.randomUUID();
    PersonFields fields =
        new PersonFields(
            called,
            name == null ? called : name,
            role,
            Set.of(),
            mail,
            null,
            null,
            false,
            identity.subject());
    boolean added = people.add(id, fields, passwords.encode(Passwords.random()), false);
    if (added) {
      events.publishEvent(
          new Changed(
              null, "person.federated", "person/" + id, Map.of("subject", identity.subject())));
    }
    return added ? people.byId(id) : Optional.empty();
  }

  private static IdentityProvider provider(SignInSettings.Oidc oidc) {
    if (oidc.issuer() == null || oidc.clientId() == null || oidc.clientSecret() == null) {
      throw new IllegalStateException(
          "shouyue.oidc needs issuer, client-id and client-secret, or none of them");
    }
    List<String> scopes =
        oidc.scopes() == null ? List.of("openid", "profile", "email") : oidc.scopes();
    return new IdentityProvider(
        new IdentityProvider.Client(oidc.issuer(), oidc.clientId(), oidc.clientSecret(), scopes));
  }
}
