package org.shouyue.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.shouyue.engine.site.Availability;
import org.shouyue.engine.site.AvailabilityCheck;
import org.shouyue.engine.site.AvailabilityRequest;
import org.shouyue.engine.site.SiteObservation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shouyue site availability URL`: one visit.
@Command(
    name = "availability",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class SiteAvailability implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SiteLook look = new SiteLook();

  @Override
  public Integer call() throws IOException {
    SiteObservation seen =
        new AvailabilityCheck(SiteLook.broker(), InstantSource.system())
            .run(look.purpose("site-availability"), AvailabilityRequest.of(look.url()));
    int findings = look.tell(spec, seen.facts(), seen.findings());
    return switch (seen.availability()) {
      case Availability.Up _, Availability.Down _ -> findings;
      case Availability.NotPermitted refused ->
          throw new BadInput(
              Words.choose(refused.refusal().message().zh(), refused.refusal().message().en()));
      case Availability.Unknown _ -> Main.INCOMPLETE;
    };
  }
}
