package org.shouyue.server.notify.peer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Signs requests to Alibaba Cloud by their method V3, `ACS3-HMAC-SHA256`, as their page "V3
/// request structure and signature" describes it: canonical request, its digest, HMAC by the
/// secret.
///
/// @param query the parameters, in the address
/// @param headers `host` and all `x-acs-…` that are sent
record AliyunSignature(
    SortedMap<String, String> query, SortedMap<String, String> headers, String payloadDigest) {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";

  static AliyunSignature of(
      Map<String, String> query, Map<String, String> headers, String payloadDigest) {
    return new AliyunSignature(new TreeMap<>(query), new TreeMap<>(headers), payloadDigest);
  }

  /// The value of the `Authorization` header.
  String authorization(String accessKeyId, String accessKeySecret) {
    String names = String.join(";", headers.keySet());
    String lines =
        headers.entrySet().stream()
            .map(one -> one.getKey() + ":" + one.getValue().strip() + "\n")
            .collect(Collectors.joining());
    String request = String.join("\n", "POST", "/", queryText(query), lines, names, payloadDigest);
    String toSign = ALGORITHM + "\n" + Digests.sha256(request.getBytes(StandardCharsets.UTF_8));
    return "%s Credential=%s,SignedHeaders=%s,Signature=%s"
        .formatted(
            ALGORITHM, accessKeyId, names, Digests.hex(Digests.hmac(accessKeySecret, toSign)));
  }

  /// The parameters as they stand in the address, in order of their names.
  static String queryText(SortedMap<String, String> query) {
    return query.entrySet().stream()
        .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// RFC 3986: a blank is `%20`, an asterisk `%2A`, a tilde itself.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
