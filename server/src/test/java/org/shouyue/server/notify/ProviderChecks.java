package org.shouyue.server.notify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shouyue.server.notify.FakePeer.Received;
import org.shouyue.server.notify.FakePeer.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What each provider does with a request: computes the signature anew from what arrived, and takes
/// the message when it is the same. Written from their pages, without any code of the server's.
final class ProviderChecks {
  static final String SECRET = "only-the-provider-and-we-know";

  private ProviderChecks() {}

  static Reply answer(Received request, int n) {
    String path = request.uri().getPath();
    if (!request.header("x-acs-action").isEmpty()) {
      return aliyun(request);
    }
    if (!request.header("x-tc-action").isEmpty()) {
      return tencent(request);
    }
    return switch (path) {
      case "/wecom" ->
          errcode(
              ("key=" + SECRET).equals(request.uri().getRawQuery())
                  && json(request).path("markdown").has("content"));
      case "/dingtalk" -> dingtalk(request);
      default -> feishu(request);
    };
  }

  private static Reply aliyun(Received request) {
    String authorization = request.header("authorization");
    String signed = between(authorization, "SignedHeaders=", ",");
    String headers =
        Arrays.stream(signed.split(";", -1))
            .map(name -> name + ":" + request.header(name) + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            "POST",
            "/",
            request.uri().getRawQuery(),
            headers,
            signed,
            sha256(request.body()));
    String expected = hex(hmac(bytes(SECRET), "ACS3-HMAC-SHA256\n" + sha256(canonical)));
    List<String> names =
        Arrays.stream(request.uri().getRawQuery().split("&", -1))
            .map(pair -> pair.split("=", -1)[0])
            .toList();
    boolean good =
        authorization.endsWith("Signature=" + expected)
            && names.equals(names.stream().sorted().toList())
            && names.contains("OutId");
    return good
        ? Reply.of(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"b\",\"CallId\":\"c\"}")
        : Reply.of(400, "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"no\"}");
  }

  private static Reply tencent(Received request) {
    String authorization = request.header("authorization");
    String scope = between(authorization, "Credential=AKID/", ",");
    String headers =
        "content-type:%s\nhost:%s\nx-tc-action:sendsms\n"
            .formatted(request.header("content-type"), request.header("host"));
    String canonical =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            headers,
            "content-type;host;x-tc-action",
            sha256(request.body()));
    byte[] key = hmac(bytes("TC3" + SECRET), scope.split("/", -1)[0]);
    key = hmac(hmac(key, "sms"), "tc3_request");
    String toSign =
        "TC3-HMAC-SHA256\n%s\n%s\n%s"
            .formatted(request.header("x-tc-timestamp"), scope, sha256(canonical));
    boolean good =
        authorization.endsWith("Signature=" + hex(hmac(key, toSign)))
            && json(request).path("PhoneNumberSet").path(0).asString().equals("+8613800138000");
    return good
        ? Reply.of(
            200,
            "{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"s\",\"Code\":\"Ok\",\"Message\":\"\"}]}}")
        : Reply.of(200, "{\"Response\":{\"Error\":{\"Code\":\"AuthFailure\",\"Message\":\"no\"}}}");
  }

  private static Reply dingtalk(Received request) {
    String query = request.uri().getRawQuery();
    String millis = between(query, "timestamp=", "&");
    String sign =
        URLDecoder.decode(query.substring(query.indexOf("sign=") + 5), StandardCharsets.UTF_8);
    String expected =
        Base64.getEncoder().encodeToString(hmac(bytes(SECRET), millis + "\n" + SECRET));
    return errcode(
        sign.equals(expected)
            && query.startsWith("access_token=tok&")
            && json(request).path("markdown").has("text"));
  }

  private static Reply feishu(Received request) {
    JsonNode json = json(request);
    String key = json.path("timestamp").asString() + "\n" + SECRET;
    String expected = Base64.getEncoder().encodeToString(hmac(bytes(key), ""));
    boolean good =
        request.uri().getPath().equals("/feishu/tok")
            && json.path("sign").asString().equals(expected)
            && json.path("content").has("text");
    return Reply.of(200, good ? "{\"code\":0,\"msg\":\"success\"}" : "{\"code\":19021}");
  }

  private static Reply errcode(boolean good) {
    return Reply.of(200, good ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : "{\"errcode\":310000}");
  }

  private static JsonNode json(Received request) {
    return JsonMapper.shared().readTree(request.body());
  }

  private static String between(String text, String from, String to) {
    int begin = text.indexOf(from) + from.length();
    return text.substring(begin, text.indexOf(to, begin));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(String text) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
