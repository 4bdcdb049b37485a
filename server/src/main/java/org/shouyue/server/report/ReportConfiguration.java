package org.shouyue.server.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shouyue.server.home.ServerHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sets up rendering. An office's own docx template, `templates/report.docx` in the server's home,
/// takes the place of the shipped one.
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  @Bean
  Rendering rendering(ServerHome home) {
    Path own = home.directory("templates").resolve("report.docx");
    if (!Files.exists(own)) {
      return Rendering.shipped();
    }
    try {
      return new Rendering(Files.readAllBytes(own));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the template " + own, unreadable);
    }
  }
}
