package org.shouyue.server;

import org.shouyue.server.backup.InterruptedRestore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The server. Started by `./shouyue serve`; prints `listening on http://127.0.0.1:PORT` when it
/// answers.
@SpringBootApplication(
    proxyBeanMethods = false,
    // What the class path brings along and nobody uses; each costs start-up time.
    excludeName = {
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration",
      "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration",
      "org.springframework.modulith.moments.autoconfigure.MomentsAutoConfiguration",
      "org.springframework.modulith.moments.autoconfigure.MomentsJacksonAutoConfiguration"
    })
@ConfigurationPropertiesScan
public class ShouyueServer {
  static void main(String[] args) {
    InterruptedRestore.settle(System.getenv());
    SpringApplication.run(ShouyueServer.class, args);
  }
}
