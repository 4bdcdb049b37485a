package org.shouyue.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.shouyue.evidence.EvidenceStore;
import org.shouyue.evidence.SigningKeys;
import org.shouyue.server.home.ServerHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The store of content and the provider's signing keys, both in the server's home.
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {
  @Bean
  EvidenceStore evidenceStore(ServerHome home) {
    return EvidenceStore.open(home.directory("evidence"));
  }

  /// Made on first use: unlocking them is slow on purpose.
  @Bean
  @Lazy
  SigningKeys signingKeys(ServerHome home) {
    char[] passphrase = home.secret("signing").toCharArray();
    Path folder = home.directory("keys").resolve("signing-keys");
    Path lock = home.directory("keys").resolve("signing.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!SigningKeys.existIn(folder)) {
        SigningKeys.generate().save(folder, passphrase);
      }
      return SigningKeys.load(folder, passphrase);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + lock, e);
    }
  }
}
