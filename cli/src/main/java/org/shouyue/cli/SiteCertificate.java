package org.shouyue.cli;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.shouyue.engine.site.CertificateCheck;
import org.shouyue.engine.site.CertificateOutcome;
import org.shouyue.engine.site.CertificateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shouyue site certificate URL`: the certificate and the protocols of an address.
@Command(
    name = "certificate",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class SiteCertificate implements Callable<Integer> {

  private static final int HTTPS_PORT = 443;

  @Spec private CommandSpec spec;
  @Mixin private SiteLook look = new SiteLook();

  @Override
  public Integer call() throws IOException {
    URI url = look.url();
    if (url.getHost() == null) {
      throw new BadInput(Words.say("site.no-host", url));
    }
    CertificateRequest request =
        CertificateRequest.of(url.getHost(), url.getPort() < 0 ? HTTPS_PORT : url.getPort());
    CertificateCheck check = new CertificateCheck(SiteLook.broker(), InstantSource.system());
    return switch (check.run(look.purpose("certificate"), request)) {
      case CertificateOutcome.Seen(var seen) -> look.tell(spec, seen.facts(), seen.findings());
      case CertificateOutcome.NotPermitted(var refusal) ->
          throw new BadInput(Words.choose(refusal.message().zh(), refusal.message().en()));
      case CertificateOutcome.Unknown(String detail) -> {
        spec.commandLine().getErr().println(detail);
        yield Main.INCOMPLETE;
      }
    };
  }
}
