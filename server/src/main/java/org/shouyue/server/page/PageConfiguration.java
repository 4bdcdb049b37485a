package org.shouyue.server.page;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import java.util.stream.Stream;
import org.shouyue.server.outgoing.ExportGate;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets handlers take a [PageRequest] and answer a [Page], as JSON or CSV.
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
  private final ObjectProvider<ExportGate> gate;

  PageConfiguration(ObjectProvider<ExportGate> gate) {
    this.gate = gate;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageRequests());
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new CsvPages(gate));
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer
        .favorParameter(true)
        .parameterName("format")
        .defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL)
        .mediaType("csv", CsvPages.CSV)
        .mediaType("json", MediaType.APPLICATION_JSON);
  }

  @Bean
  OperationCustomizer pageParameters() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class);
    return (operation, handler) -> {
      if (takesPageRequest(handler)) {
        PageRequests.DESCRIBED.entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .forEach(entry ->
                operation.addParametersItem(
                    new QueryParameter()
                        .name(entry.getKey())
                        .description(entry.getValue())
                        .schema(new StringSchema())));
      }
      return operation;
    };
  }

  private static boolean takesPageRequest(HandlerMethod handler) {
    return Stream.of(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
  }
}
