package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutwardReferencesTest {
  @TempDir Path folder;

  @SuppressWarnings("unused")
  static final class Hidden {
    java.net.Socket[] field;
    Supplier<ProcessBuilder> lambda = ProcessBuilder::new;

    InputStream url() throws IOException {
      return URI.create("http://127.0.0.1").toURL().openStream();
    }

    Object resolves() {
      return new InetSocketAddress("a.cn", 80);
    }

    Object reflects() throws ReflectiveOperationException {
      return Class.forName("java.net.Socket");
    }
  }

  @SuppressWarnings("unused")
  static final class Clean {
    Object literal() {
      return java.net.InetAddress.ofLiteral("127.0.0.1");
    }
  }

  @Test
  void findsFieldsLambdasAndInnocentLookingCalls() throws IOException {
    copy(Hidden.class);

    assertThat(OutwardReferences.in(folder))
        .extracting(OutwardReferences.Reference::to)
        .contains(
            "java/lang/ProcessBuilder",
            "java/net/URL.openStream",
            "java/net/InetSocketAddress.<init>",
            "java/lang/Class.forName");
  }

  @Test
  void findsTypesNamedOnlyInDescriptors() throws IOException {
    copy(Hidden.class);

    assertThat(OutwardReferences.in(folder))
        .extracting(OutwardReferences.Reference::to)
        .anyMatch(to -> to.contains("java/net/Socket"));
  }

  @Test
  void findsNothingInACleanClass() throws IOException {
    copy(Clean.class);

    assertThat(OutwardReferences.in(folder)).isEmpty();
  }

  @Test
  void findsThatThisRoomItselfGoesOut() {
    Path own = Path.of("target", "classes");

    assertThat(OutwardReferences.in(own))
        .extracting(OutwardReferences.Reference::from)
        .contains("org/shouyue/scope/GuardedSocket");
  }

  @Test
  void refusesToProveSomethingFromNoClasses() {
    assertThatThrownBy(() -> OutwardReferences.in(folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void copy(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.copy(in, folder.resolve(type.getSimpleName() + ".class"));
    }
  }
}
