package org.shouyue.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortChangesTest {
  private static final ListeningPort SSH = port(22, 10, "sshd", "/usr/sbin/sshd");
  private static final ListeningPort WEB = port(443, 20, "nginx", "/usr/sbin/nginx");

  @Test
  void tellsWhatOpenedWhatClosedAndWhoTookOver() {
    ListeningPort taken = port(443, 66, "xmrig", "/tmp/xmrig");
    ListeningPort opened = port(4444, 66, "nc", "/bin/nc");

    PortChanges changes = PortChanges.between(snapshot(SSH, WEB), snapshot(taken, opened));

    assertThat(changes.opened()).containsExactly(opened);
    assertThat(changes.closed()).containsExactly(SSH);
    assertThat(changes.changed()).containsExactly(new PortChanges.OwnerChange(WEB, taken));
  }

  @Test
  void restartUpgradeAndUnseenOwnerAreNoChange() {
    ListeningPort restarted = port(22, 11, "sshd", "/usr/sbin/sshd");
    ListeningPort upgraded = port(443, 20, "nginx", "/usr/sbin/nginx (deleted)");
    ListeningPort unseen = new ListeningPort(Protocol.TCP, "0.0.0.0", 443, 0, 20, null);

    assertThat(PortChanges.between(snapshot(SSH, WEB), snapshot(restarted, upgraded)).isEmpty())
        .isTrue();
    assertThat(PortChanges.between(snapshot(SSH, WEB), snapshot(SSH, unseen)).isEmpty()).isTrue();
  }

  @Test
  void comparesSnapshotsOfOneHostOnly() {
    PortSnapshot other = new PortSnapshot(Instant.EPOCH, "web-2", List.of(), 0);

    assertThatThrownBy(() -> PortChanges.between(snapshot(), other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unlistedPortAndWrongProgramAreFindingsThatKeepTheirIdentity() {
    AllowedPorts allowed =
        new AllowedPorts(
            Stream.of("tcp/22 sshd", "tcp/0.0.0.0/443 nginx", "udp/30000-30010")
                .map(AllowedPorts.Rule::parse)
                .toList());

    assertThat(allowed.check(snapshot(SSH, WEB))).isEmpty();
    List<HostFinding> first =
        allowed.check(snapshot(port(443, 66, "xmrig", "/tmp/x"), port(4444, 7, "nc", "/bin/nc")));
    List<HostFinding> again = allowed.check(snapshot(port(4444, 8, "nc", "/bin/nc")));

    assertThat(first)
        .extracting(HostFinding::code)
        .containsExactly("port.wrong-process", "port.unexpected");
    assertThat(first.getLast().identity()).containsExactly("web-1", "tcp", "0.0.0.0", "4444", "nc");
    assertThat(again.getFirst().fingerprint()).isEqualTo(first.getLast().fingerprint());
  }

  @Test
  void unlistedPortOnLoopbackMattersLess() {
    ListeningPort local = new ListeningPort(Protocol.TCP6, "::1", 631, 0, 1, null);

    assertThat(new AllowedPorts(List.of()).check(snapshot(local, SSH)))
        .extracting(HostFinding::severity)
        .containsExactly(Severity.MEDIUM, Severity.HIGH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "443", "tcp/x", "tcp/70000", "tcp/9-1", "sctp/22", "tcp/22 a b"})
  void refusesRulesThatSayNothingClear(String text) {
    assertThatThrownBy(() -> AllowedPorts.Rule.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PortSnapshot snapshot(ListeningPort... ports) {
    return new PortSnapshot(Instant.EPOCH, "web-1", List.of(ports), 0);
  }

  private static ListeningPort port(int port, int pid, String name, String executable) {
    return new ListeningPort(
        Protocol.TCP, "0.0.0.0", port, 0, pid, new Owner(pid, name, executable, 0));
  }
}
