package org.shouyue.server.web;

import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.ContainerReport;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the pages, which come as files in the web jar. An address that names no file is one of
/// the pages' own and gets `index.html`; below `/api` there are no pages.
@Configuration(proxyBeanMethods = false)
class WebPages implements WebMvcConfigurer {
  private static final String FILES = "classpath:/META-INF/resources/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/{file:.+\\..+}") // `/assets` and `/assets/0197…` are pages
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageOrFile());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerReports() {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ContainerReport.class.getName());
          }
        });
  }

  private static final class PageOrFile extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null || path.startsWith("api/") || path.equals("api") || path.contains(".")) {
        return file;
      }
      return super.getResource("index.html", location);
    }
  }
}
