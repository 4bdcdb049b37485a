package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.0.255.255, false",
    "10.1.0.0/16, 10.1.0.0, true",
    "10.1.0.0/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, 2001:db9::1, false",
    "::/0, 1.2.3.4, false",
    "2001:db8:8000::/33, 2001:db8:7fff:ffff:ffff:ffff:ffff:ffff, false",
    "2001:db8:8000::/33, 2001:db8:8000::, true",
    "10.0.0.1, ::ffff:10.0.0.1, true"
  })
  void endsExactlyAtItsEdges(String range, String address, boolean inside) {
    InetAddress asked = InetAddress.ofLiteral(address);

    assertThat(AddressRange.parse(range).contains(asked)).isEqualTo(inside);
  }

  @Test
  void agreesWithArithmeticOnRandomBlocks() {
    Random random = new Random(20260302);
    for (int i = 0; i < 5_000; i++) {
      int prefix = random.nextInt(33);
      int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
      int network = random.nextInt() & mask;
      // Near the edges, where mistakes live.
      int asked = network + random.nextInt(-3, 4) + (random.nextBoolean() ? ~mask : 0);

      AddressRange range = new AddressRange(v4(network), prefix);

      assertThat(range.contains(v4(asked)))
          .as("%s contains %s", range, v4(asked))
          .isEqualTo((asked & mask) == network);
    }
  }

  @Test
  void everySpecialBlockKnowsItsFirstAndLastAddress() {
    for (SpecialBlock block : SpecialBlock.values()) {
      byte[] first = block.range().network().getAddress();
      int host = first.length * 8 - block.range().prefix();
      BigInteger last =
          new BigInteger(1, first).add(BigInteger.TWO.pow(host)).subtract(BigInteger.ONE);

      assertThat(SpecialBlock.of(HostText.address(first))).as("first of %s", block).isNotNull();
      assertThat(SpecialBlock.of(HostText.address(octets(last, first.length))))
          .as("last of %s", block)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "223.255.255.255",
    "2400:3200::1"
  })
  void publicAddressesAreOfNoSpecialBlock(String address) {
    assertThat(SpecialBlock.of(InetAddress.ofLiteral(address))).isNull();
  }

  private static InetAddress v4(int bits) {
    return HostText.address(
        new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
  }

  private static byte[] octets(BigInteger value, int length) {
    byte[] all = new byte[length];
    for (int i = 0; i < length; i++) {
      all[length - 1 - i] = value.shiftRight(8 * i).byteValue();
    }
    return all;
  }
}
