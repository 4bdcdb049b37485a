package org.shouyue.server.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with a file that the gate let go. Written reports are shown in the browser, shut off
/// from the rest of the site; everything else, which may come from anywhere, is only ever
/// downloaded.
public final class FileAnswer {
  private static final String SHUT_OFF =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
          + " sandbox allow-popups";

  private static final Map<String, String> SHOWN =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "pdf", "application/pdf",
          "json", "application/json",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "zip", "application/zip");

  private FileAnswer() {}

  /// The answer that carries a file written by us.
  public static ResponseEntity<byte[]> of(Released file) {
    String name = file.name();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = SHOWN.get(ending);
    if (type == null) {
      return download(file);
    }
    boolean inline = ending.equals("html") || ending.equals("pdf");
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, type)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition(inline ? "inline" : "attachment", name));
    if (ending.equals("html")) {
      answer.header("Content-Security-Policy", SHUT_OFF);
    }
    return answer.body(file.content());
  }

  /// The answer that carries a file from elsewhere: never shown in our own origin.
  public static ResponseEntity<byte[]> download(Released file) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition("attachment", file.name()))
        .body(file.content());
  }

  private static String disposition(String kind, String name) {
    return ContentDisposition.builder(kind)
        .filename(name.substring(name.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
