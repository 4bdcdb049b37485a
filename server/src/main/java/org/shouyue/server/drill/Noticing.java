package org.shouyue.server.drill;

import java.util.Set;
import org.shouyue.contract.Capability;
import org.shouyue.server.drill.inject.Artefact;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Measures when the product itself notices an artefact: when a capability that can see such a
/// thing finds something on that asset. Works inside the transaction that records the finding.
@Component
class Noticing {
  private final Placements placements;

  Noticing(Placements placements) {
    this.placements = placements;
  }

  @EventListener
  void on(FindingOpened opened) {
    Finding finding = opened.finding();
    for (PlacedArtefact one : placements.unnoticedOn(finding.assetId())) {
      if (seeing(one.artefact()).contains(finding.capability())) {
        placements.noticedBySystem(
            one.id(),
            opened.at(),
            "%s（%s）".formatted(finding.title(), finding.capability().code()));
      }
    }
  }

  /// The kinds of work that can see such an artefact. Whether the contract has them, and whether an
  /// engine does them, is another matter: what nobody looks for is not noticed, and the drill says
  /// so.
  static Set<Capability> seeing(Artefact artefact) {
    return switch (artefact) {
      case Artefact.Defacement _ ->
          Set.of(Capability.SITE_CONTENT, Capability.TAMPER_PROTECTION, Capability.SITE_CHANGE);
      case Artefact.TestVirus _ -> Set.of(Capability.MALWARE_SCAN, Capability.WEBSHELL_SCAN);
      case Artefact.Beacon _ -> Set.of(Capability.LOG_ANALYSIS, Capability.THREAT_INTELLIGENCE);
      case Artefact.StoppedService _ ->
          Set.of(Capability.SITE_AVAILABILITY, Capability.HOST_MONITORING);
    };
  }
}
