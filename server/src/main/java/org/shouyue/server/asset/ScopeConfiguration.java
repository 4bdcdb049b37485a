package org.shouyue.server.asset;

import java.time.InstantSource;
import org.shouyue.scope.Limits;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Resolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one way out to the network that every engine is given.
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration {
  @Bean
  NetworkBroker networkBroker(Refusals refusals, InstantSource clock) {
    return new NetworkBroker(Resolver.system(), refusals, clock, Limits.GENTLE);
  }
}
