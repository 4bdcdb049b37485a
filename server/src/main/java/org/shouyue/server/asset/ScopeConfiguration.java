package org.shouyue.server.asset;

import org.shouyue.scope.Limits;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Resolver;
import org.shouyue.server.clock.ServerClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one way out to the network that every engine is given.
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration {
  /// A replay puts a year into a minute on targets made for it: gentle pacing would only stretch
  /// it.
  private static final Limits REPLAYED = new Limits(1_000, 1_000, 64);

  @Bean
  NetworkBroker networkBroker(Refusals refusals, ServerClock clock) {
    return new NetworkBroker(
        Resolver.system(), refusals, clock, clock.replayed() ? REPLAYED : Limits.GENTLE);
  }
}
