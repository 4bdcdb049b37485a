package org.shouyue.server.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the home that the settings name.
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
  @Bean
  ServerHome serverHome(ServerSettings settings) {
    @Nullable Path named = settings.home();
    return new ServerHome(
        named == null ? Path.of(System.getProperty("user.home"), ".shouyue") : named);
  }
}
