package org.shouyue.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.scope.OutwardReferences;

class ListeningPortsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Path PROC = Path.of("/proc");

  @TempDir Path root;

  @Test
  void findsOurOwnSocketsAndOurselvesAsTheirOwner() throws IOException {
    Assumptions.assumeTrue(Files.exists(PROC.resolve("net/tcp")), "skipped: no /proc here");
    try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        DatagramSocket udp =
            new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
      List<ListeningPort> ports = snapshot(PROC).ports();

      assertThat(ports)
          .filteredOn(port -> port.protocol().isTcp() && port.port() == tcp.getLocalPort())
          .singleElement()
          .satisfies(port -> {
            assertThat(port.address()).endsWith("127.0.0.1");
            assertThat(port.owner().pid()).isEqualTo((int) ProcessHandle.current().pid());
            assertThat(port.owner().executable()).endsWith("/bin/java");
          });
      assertThat(ports)
          .filteredOn(port -> !port.protocol().isTcp() && port.port() == udp.getLocalPort())
          .hasSize(1);
    }
  }

  @Test
  void listsWhatSsLists() throws Exception {
    Assumptions.assumeTrue(
        List.of("/usr/bin/ss", "/bin/ss", "/usr/sbin/ss", "/sbin/ss").stream()
            .anyMatch(ss -> Files.isExecutable(Path.of(ss))),
        "skipped: no ss here");
    try (ServerSocket any = new ServerSocket(0);
        ServerSocket one = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"));
        DatagramSocket udp = new DatagramSocket()) {
      // Other processes of this machine open and close ports: compare when two looks agree.
      for (int attempt = 0; attempt < 20; attempt++) {
        TreeSet<String> before = ss();
        TreeSet<String> ours = ours();
        if (before.equals(ss())) {
          assertThat(ours).isEqualTo(before);
          assertThat(ours).hasSizeGreaterThanOrEqualTo(3);
          assertThat(List.of(any, one, udp)).hasSize(3);
          return;
        }
      }
    }
    Assumptions.abort("skipped: ports of this machine never held still");
  }

  @Test
  void readsTablesOfAnotherRoot() throws IOException {
    write(
        "net/tcp",
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   104        0 4711 1 00000000de2c0b58 100 0 0 10 0
           1: 0100007F:C350 0100007F:1538 01 00000000:00000000 00:00000000 00000000   104        0 4712 1 0 20 4 30 10 -1
           2: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99 1 0
        """);
    write(
        "net/tcp6",
        """
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: B80D0120000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 5000 1 0
        """);
    process(12, "postgres", "/usr/lib/postgresql/18/bin/postgres", 104, 4711, 4712);
    process(9, "postgres", "/usr/lib/postgresql/18/bin/postgres", 104, 4711);

    PortSnapshot snapshot = snapshot(root);

    assertThat(snapshot.ports())
        .extracting(ListeningPort::written)
        .containsExactly("tcp 0.0.0.0:22", "tcp 127.0.0.1:5432", "tcp [2001:db8:0:0:0:0:0:1]:80");
    assertThat(snapshot.ports().get(1).owner())
        .as("the eldest of those that share it")
        .isEqualTo(new Owner(9, "postgres", "/usr/lib/postgresql/18/bin/postgres", 104));
    assertThat(snapshot.ports().get(0).owner()).isNull();
    assertThat(snapshot.facts()).containsEntry("host", "web-1").containsEntry("at", NOW.toString());
  }

  @Test
  void missingOrDamagedTablesAreUnknownAndNotAnEmptyList() throws IOException {
    assertThat(read(root)).isInstanceOf(ListeningPorts.Reading.Unknown.class);

    write("net/tcp", "head\n   0: not a row\n");

    assertThat(read(root)).isInstanceOf(ListeningPorts.Reading.Unknown.class);
  }

  @Test
  void noClassOfThisEngineNamesAWayToTheNetwork() {
    assertThat(OutwardReferences.in(Path.of("target", "classes"))).isEmpty();
  }

  private static TreeSet<String> ours() {
    return snapshot(PROC).ports().stream()
        .map(port ->
            port.protocol().written()
                + " "
                + InetAddress.ofLiteral(port.address()).getHostAddress()
                + " "
                + port.port())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> ss() throws IOException {
    Process process = new ProcessBuilder("ss", "-lntuH").start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines()
        .map(line -> line.strip().split("\\s+"))
        .map(columns -> columns[0] + " " + ssAddress(columns[4]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String ssAddress(String written) {
    int colon = written.lastIndexOf(':');
    String host = written.substring(0, colon).replaceAll("[\\[\\]]|%.*", "");
    String literal = host.equals("*") ? "::" : host;
    return InetAddress.ofLiteral(literal).getHostAddress() + " " + written.substring(colon + 1);
  }

  private void process(int pid, String name, String executable, int user, long... inodes)
      throws IOException {
    write(pid + "/comm", name + "\n");
    write(pid + "/status", "Name:\t" + name + "\nUid:\t" + user + "\t0\t0\t0\n");
    Files.createSymbolicLink(root.resolve(pid + "/exe"), Path.of(executable));
    Path descriptors = Files.createDirectories(root.resolve(pid + "/fd"));
    Files.createSymbolicLink(descriptors.resolve("0"), Path.of("/dev/null"));
    for (long inode : inodes) {
      Files.createSymbolicLink(
          descriptors.resolve(String.valueOf(inode)), Path.of("socket:[" + inode + "]"));
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static ListeningPorts.Reading read(Path proc) {
    return new ListeningPorts(proc, "web-1", () -> NOW).read();
  }

  private static PortSnapshot snapshot(Path proc) {
    return ((ListeningPorts.Reading.Complete) read(proc)).snapshot();
  }
}
