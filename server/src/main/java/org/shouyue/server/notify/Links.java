package org.shouyue.server.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Addresses that prove by themselves that we made them: who acknowledges by a link, and which
/// provider reports on a message. Signed by HMAC-SHA256 under a key in the server's home; nodes on
/// several machines need the same key file.
@Component
class Links {
  private final SecretKeySpec key;
  private final String publicUrl;

  /// @param publicUrl where people and providers reach this server, `https://…`; empty for unknown,
  ///   and then there are no links in messages
  Links(ServerHome home, @Value("${shouyue.public-url:}") String publicUrl) {
    this.key = new SecretKeySpec(home.key("notice-links"), "HmacSHA256");
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /// Where a message is acknowledged; null when nobody told us our own address.
  @Nullable String acknowledge(UUID delivery) {
    return publicUrl.isEmpty()
        ? null
        : publicUrl + "/ack/" + delivery + "/" + sign("ack", delivery);
  }

  /// Where a provider reports on one message; null likewise.
  @Nullable String receipt(UUID channel, UUID delivery) {
    return publicUrl.isEmpty()
        ? null
        : publicUrl + receiptPath(channel) + "?delivery=" + delivery + "&token=" + token(channel);
  }

  static String receiptPath(UUID channel) {
    return "/api/receipts/" + channel;
  }

  /// What proves that a report comes from a channel's provider.
  String token(UUID channel) {
    return sign("receipt", channel);
  }

  boolean acknowledges(UUID delivery, String given) {
    return same(sign("ack", delivery), given);
  }

  boolean reports(UUID channel, String given) {
    return same(token(channel), given);
  }

  private static boolean same(String ours, String given) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String purpose, UUID id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] signed = mac.doFinal((purpose + "/" + id).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
