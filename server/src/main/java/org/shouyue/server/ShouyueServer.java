package org.shouyue.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The server. Started by `./shouyue serve`; prints `listening on http://127.0.0.1:PORT` when it
/// answers.
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ShouyueServer {
  static void main(String[] args) {
    SpringApplication.run(ShouyueServer.class, args);
  }
}
