package org.shouyue.server.drill;

import org.shouyue.server.drill.inject.Injector;
import org.shouyue.server.drill.inject.Services;
import org.shouyue.server.home.ServerHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DrillConfiguration {
  @Bean
  Services drillServices(DrillSettings settings) {
    return new Services(settings.allowedServices());
  }

  @Bean
  Injector injector(ServerHome home, Services services, JsonMapper json) {
    return new Injector(home.directory("drill"), services, json);
  }
}
