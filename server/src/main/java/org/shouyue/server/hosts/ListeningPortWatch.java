package org.shouyue.server.hosts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.engine.host.AllowedPorts;
import org.shouyue.engine.host.HostFinding;
import org.shouyue.engine.host.ListeningPorts;
import org.shouyue.engine.host.PortSnapshot;
import org.shouyue.scope.Method;
import org.shouyue.server.work.Capability;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Outcome;
import org.shouyue.server.work.Outcome.Completed;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.ProbeSteps;
import org.shouyue.server.work.Proof;
import org.shouyue.server.work.Requirements;
import org.shouyue.server.work.RunContext;
import org.shouyue.server.work.Severity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Which ports this host listens on, and what changed since the last look. What is open at the
/// first look is taken as meant to be; every port that opens later is a finding until it closes or
/// somebody accepts it.
@Component
class ListeningPortWatch implements Capability {
  private static final ProbeSteps STEPS = new ProbeSteps(Duration.ofDays(1), Duration.ofHours(1));

  private final JsonMapper json;

  ListeningPortWatch(JsonMapper json) {
    this.json = json;
  }

  @Override
  public org.shouyue.contract.Capability code() {
    return org.shouyue.contract.Capability.PORT_WATCH;
  }

  @Override
  public Name name() {
    return new Name("监听端口采集", "listening ports");
  }

  @Override
  public Requirements requires() {
    return new Requirements(Set.of(Method.OBSERVE), Set.of("host"));
  }

  @Override
  public ProbeSteps steps() {
    return STEPS;
  }

  @Override
  public Outcome run(RunContext context) {
    String address = context.asset().address();
    if (!LocalHost.is(address)) {
      return new Unable("只能采集本机端口；" + address + " 需要部署代理后采集");
    }
    if (!LocalHost.permitted(address, context.permits(), context.now())) {
      return new Unable("未获授权：没有覆盖 " + address + " 的有效授权书");
    }
    ListeningPorts ports =
        new ListeningPorts(Path.of("/proc"), context.asset().name(), context.clock());
    return switch (ports.read()) {
      case ListeningPorts.Reading.Complete(PortSnapshot snapshot) -> completed(context, snapshot);
      case ListeningPorts.Reading.Unknown(String detail) -> new Unable("端口表无法读取：" + detail);
    };
  }

  private Completed completed(RunContext context, PortSnapshot snapshot) {
    PortMemory before = PortMemory.read(json, context.memory());
    List<String> now = PortMemory.written(snapshot);
    PortMemory after =
        before == null ? PortMemory.first(now, context.now()) : before.then(now, context.now());
    List<Found> found = new ArrayList<>();
    for (HostFinding finding : new AllowedPorts(after.rules()).check(snapshot)) {
      if (PortMemory.lasting(finding)) {
        found.add(found(finding));
      }
    }
    context.say("监听端口 %d 个，未登记 %d 个".formatted(now.size(), found.size()));
    Map<String, Object> facts = new LinkedHashMap<>(snapshot.facts());
    PortMemory.Change change = after.lastChange();
    if (change != null) {
      facts.put("lastChange", change);
    }
    return new Completed(
        List.of(
            new Proof(
                "listening-ports.json",
                "application/json",
                json.writeValueAsString(facts).getBytes(StandardCharsets.UTF_8))),
        found,
        null,
        json.writeValueAsString(after));
  }

  private static Found found(HostFinding finding) {
    Severity severity =
        switch (finding.severity()) {
          case LOW -> Severity.LOW;
          case MEDIUM -> Severity.MEDIUM;
          case HIGH -> Severity.HIGH;
          case CRITICAL -> Severity.CRITICAL;
        };
    return new Found(
        finding.code(),
        finding.fingerprint(),
        severity,
        finding.message().zh(),
        finding.message().zh() + "\n" + finding.message().en(),
        finding.remedy().zh());
  }
}
