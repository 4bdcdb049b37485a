package org.shouyue.server.notify.peer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// Signs requests to Tencent Cloud by their method v3, `TC3-HMAC-SHA256`, as their page "Signature
/// v3" describes it: a key derived from date and service signs the digest of the request.
///
/// @param service the first part of the host, `sms`
record TencentSignature(String service, String host, String action, String payload, Instant at) {
  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final String NAMES = "content-type;host;x-tc-action";

  /// The value of the `Authorization` header.
  String authorization(String secretId, String secretKey) {
    String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    String scope = date + "/" + service + "/tc3_request";
    String toSign =
        String.join("\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, digest(request()));
    byte[] key = Digests.hmac("TC3" + secretKey, date);
    key = Digests.hmac(Digests.hmac(key, service), "tc3_request");
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, secretId, scope, NAMES, Digests.hex(Digests.hmac(key, toSign)));
  }

  private String request() {
    String headers =
        "content-type:%s\nhost:%s\nx-tc-action:%s\n"
            .formatted(CONTENT_TYPE, host, action.toLowerCase(Locale.ROOT));
    return String.join("\n", "POST", "/", "", headers, NAMES, digest(payload));
  }

  private static String digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
