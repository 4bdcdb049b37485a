package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.passkey.Ceremony;
import org.shouyue.server.tenant.passkey.PasskeyRefused;
import org.springframework.stereotype.Service;

/// Registers passkeys and recognises people by them. A challenge is good for one answer.
@Service
final class PasskeyDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHALLENGE_BYTES = 32;

  /// Made when somebody first needs it: its library takes a while to load.
  private static final class Made {
    static final Ceremony CEREMONY = new Ceremony();
  }

  private final Passkeys passkeys;
  private final People people;
  private final Slips slips;
  private final PublicAddress address;
  private final FailedSignIns failures;

  PasskeyDesk(
      Passkeys passkeys,
      People people,
      Slips slips,
      PublicAddress address,
      FailedSignIns failures) {
    this.passkeys = passkeys;
    this.people = people;
    this.slips = slips;
    this.address = address;
    this.failures = failures;
  }

  /// What the browser is asked.
  ///
  /// @param slip to be sent back with the answer
  /// @param options of `navigator.credentials`, as JSON
  record Challenge(String slip, Map<String, Object> options) {}

  private record Kept(String challenge) {}

  Challenge registration(Person person, HttpServletRequest request) {
    byte[] challenge = challenge();
    String slip =
        slips.give(Slips.Kind.PASSKEY_REGISTRATION, person.id(), new Kept(text(challenge)));
    return new Challenge(
        slip,
        Made.CEREMONY.registration(
            party(request),
            new Ceremony.User(handle(person.id()), person.username(), person.name()),
            challenge,
            passkeys.idsOf(person.id())));
  }

  void register(Person person, String name, Answer answer, HttpServletRequest request) {
    byte[] challenge = taken(Slips.Kind.PASSKEY_REGISTRATION, person.id(), answer.slip());
    try {
      if (!passkeys.add(
          person.id(),
          name,
          Made.CEREMONY.register(answer.response(), party(request), challenge))) {
        throw Problem.conflict("already-there", "这把通行密钥已经登记过。");
      }
    } catch (PasskeyRefused _) {
      throw Problem.invalid("response", "通行密钥的回答未通过校验，请重试");
    }
  }

  /// @param slip as it came with the challenge
  /// @param response `PublicKeyCredential.toJSON()` as text
  record Answer(String slip, String response) {}

  Challenge signIn(HttpServletRequest request) {
    byte[] challenge = challenge();
    String slip = slips.give(Slips.Kind.PASSKEY_SIGN_IN, null, new Kept(text(challenge)));
    return new Challenge(slip, Made.CEREMONY.authentication(party(request), challenge));
  }

  /// Who has answered the challenge.
  ///
  /// @throws Problem `passkey-refused` without saying what was wrong
  Person recognise(Answer answer, HttpServletRequest request) {
    byte[] challenge = taken(Slips.Kind.PASSKEY_SIGN_IN, null, answer.slip());
    try {
      Ceremony.Claimed claimed = Made.CEREMONY.claimed(answer.response());
      Passkeys.Owned owned = passkeys.find(claimed.id()).orElseThrow(PasskeyDesk::refused);
      if (claimed.handle() == null
          || !ByteBuffer.wrap(claimed.handle()).equals(ByteBuffer.wrap(handle(owned.person())))) {
        throw refused();
      }
      long signatures =
          Made.CEREMONY.authenticate(answer.response(), party(request), challenge, owned.key());
      Person person =
          people
              .byId(owned.person())
              .filter(found -> !found.disabled())
              .orElseThrow(PasskeyDesk::refused);
      passkeys.used(claimed.id(), signatures);
      return person;
    } catch (PasskeyRefused _) {
      failures.add("(passkey)", request.getRemoteAddr());
      throw refused();
    }
  }

  private Ceremony.RelyingParty party(HttpServletRequest request) {
    return new Ceremony.RelyingParty(address.host(), address.origin(request));
  }

  private byte[] taken(Slips.Kind kind, @Nullable UUID person, String slip) {
    Kept kept =
        slips
            .take(kind, person, slip, Kept.class)
            .orElseThrow(() -> Problem.conflict("challenge-over", "等得太久或已经用过，请再试一次。"));
    return Base64.getUrlDecoder().decode(kept.challenge());
  }

  private static Problem refused() {
    return Problem.unauthorised("passkey-refused", "这把通行密钥没有通过校验，或不属于可用的账号。");
  }

  private static byte[] challenge() {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(challenge);
    return challenge;
  }

  private static String text(byte[] challenge) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
  }

  private static byte[] handle(UUID person) {
    return ByteBuffer.allocate(16)
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .array();
  }
}
