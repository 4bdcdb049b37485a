package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Answers bent at random: reading ends, keeps its limits, and fails in the expected way alone.
class HttpFuzzTest {
  private static final int LIMIT = 4096;
  private static final List<String> CORPUS =
      List.of(
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\nhello",
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 404 Not Found\nServer: x\n\nbody to the end",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA;a=b\r\n0123456789\r\n0\r\nT: x\r\n\r\n",
          "HTTP/1.1 301 Moved\r\nLocation: /a\r\nContent-Encoding: deflate\r\n\r\n\u0078\u009c\u0003\0",
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n<title>&lt;a</title>");

  @Test
  void readingBentAnswersNeverBreaks() {
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      byte[] answer = bend(random, CORPUS.get(i % CORPUS.size()));
      try {
        InputStream in = new ByteArrayInputStream(answer);
        HttpHead head = HttpHead.read(in);
        HttpBody body = HttpBody.read(in, head, LIMIT);
        byte[] plain = body.decoded(head.first("content-encoding"));
        assertThat(body.octets().size()).isLessThanOrEqualTo(LIMIT);
        if (plain != null) {
          PageText.read(plain, head.first("content-type")).title();
        }
        read++;
      } catch (IOException _) {
        // The expected way to say no.
      }
    }
    assertThat(read).as("some bent answers are still answers").isGreaterThan(1_000);
  }

  private static byte[] bend(Random random, String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int times = random.nextInt(4); times >= 0; times--) {
      int at = random.nextInt(octets.length);
      switch (random.nextInt(3)) {
        case 0 -> octets[at] = (byte) random.nextInt(256);
        case 1 -> octets = java.util.Arrays.copyOf(octets, Math.max(1, at));
        default -> octets[at] = "\r\n:; 0".getBytes(StandardCharsets.US_ASCII)[random.nextInt(6)];
      }
    }
    return octets;
  }
}
