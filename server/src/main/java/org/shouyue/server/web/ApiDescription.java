package org.shouyue.server.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.math.BigDecimal;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.cfg.DateTimeFeature;

/// How the API describes itself and what its JSON looks like.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  @Bean
  OpenAPI openApi() {
    SpringDocUtils.getConfig().replaceWithClass(BigDecimal.class, String.class); // as it is sent
    return new OpenAPI().info(new Info().title("Shouyue").version("0.1.0"));
  }

  /// Amounts are strings, so that no reader makes a binary fraction of them.
  @Bean
  JsonMapperBuilderCustomizer amountsAsText() {
    return builder ->
        builder
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .withConfigOverride(
                BigDecimal.class,
                override ->
                    override.setFormat(
                        com.fasterxml.jackson.annotation.JsonFormat.Value.forShape(
                            com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)));
  }
}
