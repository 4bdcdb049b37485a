package org.shouyue.server.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.settlement.Settlement;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Settlements;
import org.shouyue.server.agreement.Way;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.Permits;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.ticket.Tickets;
import org.shouyue.server.ticket.Tickets.Told;
import org.shouyue.server.work.Availabilities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws up dossiers from what the rooms below have on record.
@Service
public class Dossiers {
  private final Agreements agreements;
  private final Obligations obligations;
  private final Settlements settlements;
  private final Availabilities availabilities;
  private final Findings findings;
  private final Tickets tickets;
  private final Assets assets;
  private final Permits permits;
  private final EvidenceLog evidence;
  private final Clients clients;
  private final ObjectProvider<DossierPart> parts;
  private final InstantSource clock;

  Dossiers(
      Agreements agreements,
      Obligations obligations,
      Settlements settlements,
      Availabilities availabilities,
      Findings findings,
      Tickets tickets,
      Assets assets,
      Permits permits,
      EvidenceLog evidence,
      Clients clients,
      ObjectProvider<DossierPart> parts,
      InstantSource clock) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.settlements = settlements;
    this.availabilities = availabilities;
    this.findings = findings;
    this.tickets = tickets;
    this.assets = assets;
    this.permits = permits;
    this.evidence = evidence;
    this.clients = clients;
    this.parts = parts;
    this.clock = clock;
  }

  /// The dossier of a period as things stand now, all of it read at one moment.
  ///
  /// @throws org.shouyue.server.problem.Problem 404 for an unknown contract, 409 for a draft
  @Transactional(readOnly = true)
  public Dossier drawUp(DossierOrder order) {
    Agreement agreement = agreements.requireSigned(order.contractId());
    var desk = new Desk(agreement, order, zone(agreement), clock.instant());
    var about = new EvidenceAbout(evidence.chain(agreement.id()));
    List<Told> told = tickets.of(agreement.id(), desk.begin(), desk.end());
    List<Obligation> planned =
        obligations.within(agreement.id(), desk.at(agreement.begins()), desk.end());
    List<Finding> found = findings.of(agreement.id()).stream().filter(desk::concerns).toList();
    Map<UUID, String> names = names(planned, found);
    var watched = AvailabilityRows.of(availabilities, desk.period(), agreement.contract());
    Settlement settlement = settlements.settle(agreement.id(), desk.now());
    return new Dossier(
        order.kind(),
        order.number(),
        desk.header(client(agreement)),
        order.from(),
        order.to(),
        desk.now(),
        desk.zone(),
        about.replayed(),
        clauses(desk, planned, names, about, told),
        told.stream().flatMap(one -> CaseRows.clocks(one).stream()).toList(),
        found.stream().map(one -> finding(one, names, told, about)).toList(),
        told.stream().map(CaseRows::ticket).toList(),
        watched.months(),
        watched.outages(),
        GroundsRows.acceptances(agreement, order, LocalDate.ofInstant(desk.now(), desk.zone())),
        MoneyRows.payments(settlement),
        MoneyRows.charges(settlement),
        GroundsRows.decisions(agreement, agreements.decisions(agreement.id())),
        permits.of(agreement.clientId()).stream()
            .filter(permit ->
                permit.from().isBefore(desk.end()) && permit.until().isAfter(desk.begin()))
            .map(permit -> GroundsRows.permit(permit, desk.now()))
            .toList(),
        desk.signatories(client(agreement)),
        about.rows(order.packaged()),
        parts.orderedStream().flatMap(part -> part.chapters(desk.span()).stream()).toList());
  }

  /// What the whole report is drawn up over.
  private record Desk(Agreement agreement, DossierOrder order, ZoneId zone, Instant now) {
    Instant at(LocalDate day) {
      return day.atStartOfDay(zone).toInstant();
    }

    Instant begin() {
      return at(order.from());
    }

    Instant end() {
      return at(order.to().plusDays(1));
    }

    boolean concerns(Finding finding) {
      boolean gone = finding.fixedAt() != null && finding.fixedAt().isBefore(begin());
      return finding.firstSeen().isBefore(end()) && !gone;
    }

    DossierSpan span() {
      return new DossierSpan(agreement.clientId(), agreement.id(), order.from(), order.to(), zone);
    }

    AvailabilityRows.Period period() {
      return new AvailabilityRows.Period(agreement.id(), order.from(), order.to(), zone, now);
    }

    Dossier.Header header(String client) {
      Contract contract = agreement.contract();
      return new Dossier.Header(
          agreement.id().toString(),
          contract.number(),
          contract.title() == null ? agreement.documentName() : contract.title(),
          client,
          contract.provider() == null ? null : contract.provider().name(),
          agreement.from(),
          agreement.to(),
          contract.total() == null ? null : contract.total().amount(),
          agreement.signedOn(),
          agreement.documentDigest());
    }

    List<SignatoryRow> signatories(String client) {
      Contract contract = agreement.contract();
      String provider = contract.provider() == null ? null : contract.provider().name();
      return List.of(
          new SignatoryRow("甲方", client, null, null), new SignatoryRow("乙方", provider, null, null));
    }
  }

  private List<ClauseRow> clauses(
      Desk desk,
      List<Obligation> planned,
      Map<UUID, String> names,
      EvidenceAbout about,
      List<Told> told) {
    var span = new OccurrenceRows.Span(desk.begin(), desk.end(), desk.now());
    Map<String, List<Occurrence>> occurrences = new OccurrenceRows(span, names, about).of(planned);
    var automatic = new HashMap<String, Boolean>();
    for (Obligation one : planned) {
      automatic.merge(
          one.serviceId(),
          one.way() == Way.AUTOMATIC || one.way() == Way.WATCHED,
          Boolean::logicalOr);
    }
    var rows = new ArrayList<ClauseRow>();
    for (ServiceItem item : desk.agreement().contract().services()) {
      rows.add(
          new ClauseRow(
              item.id(),
              item.clause(),
              item.title(),
              item.text(),
              item.lines(),
              item.frequency() == null ? null : item.frequency().code(),
              item.atMost(),
              item.valueAdded(),
              automatic.getOrDefault(item.id(), false),
              occurrences.getOrDefault(item.id(), List.of()),
              cases(item, told)));
    }
    return rows;
  }

  private static List<String> cases(ServiceItem item, List<Told> told) {
    return told.stream()
        .filter(one -> item.id().equals(one.ticket().serviceId()))
        .map(one -> one.ticket().number())
        .toList();
  }

  private static FindingRow finding(
      Finding finding, Map<UUID, String> names, List<Told> told, EvidenceAbout about) {
    @Nullable String ticket =
        told.stream()
            .filter(one -> finding.id().equals(one.ticket().findingId()))
            .map(one -> one.ticket().number())
            .findFirst()
            .orElse(null);
    return CaseRows.finding(finding, names, ticket, about.of("finding/" + finding.id()));
  }

  private Map<UUID, String> names(List<Obligation> planned, List<Finding> found) {
    List<UUID> ids =
        Stream.concat(
                planned.stream().map(Obligation::assetId), found.stream().map(Finding::assetId))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var names = new HashMap<UUID, String>();
    for (Asset asset : assets.all(ids)) {
      names.put(asset.id(), asset.name());
    }
    return names;
  }

  private String client(Agreement agreement) {
    return clients.find(agreement.clientId()).orElseThrow().name();
  }

  private ZoneId zone(Agreement agreement) {
    return clients.find(agreement.clientId()).orElseThrow().zone();
  }
}
