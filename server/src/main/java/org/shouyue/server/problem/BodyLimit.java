package org.shouyue.server.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds what a request may carry: an upload as the multipart settings say, anything else little.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyLimit extends OncePerRequestFilter {
  private static final long LARGEST_BYTES = 2L << 20;

  private final ProblemWriter problems;
  private final long largestUploadBytes;

  BodyLimit(
      ProblemWriter problems,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize largestUpload) {
    this.problems = problems;
    this.largestUploadBytes = largestUpload.toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    boolean upload = type != null && type.startsWith("multipart/");
    long largest = upload ? largestUploadBytes : LARGEST_BYTES;
    if (request.getContentLengthLong() > largest) {
      problems.write(tooLarge(largest), response);
    } else if (upload) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new Bounded(request), response);
    }
  }

  private static Problem tooLarge(long largestBytes) {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "content-too-large",
        "the body must not be larger than " + largestBytes + " bytes");
  }

  /// For a body whose length was not announced.
  private static final class Bounded extends HttpServletRequestWrapper {
    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream());
    }
  }

  private static final class BoundedStream extends ServletInputStream {
    private final ServletInputStream in;
    private long read;

    BoundedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = in.read(buffer, offset, length);
      count(got);
      return got;
    }

    private void count(int got) {
      read += Math.max(0, got);
      if (read > LARGEST_BYTES) {
        throw tooLarge(LARGEST_BYTES);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
