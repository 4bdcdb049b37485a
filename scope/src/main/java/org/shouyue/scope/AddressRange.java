package org.shouyue.scope;

import java.net.Inet4Address;
import java.net.InetAddress;

/// A block of addresses in CIDR form, IPv4 or IPv6. IPv4 addresses written as IPv6
/// (`::ffff:10.0.0.1`) are the IPv4 addresses they stand for.
///
/// @param network the first address: no bit after the prefix is set
/// @param prefix 0 to 32 for IPv4, 0 to 128 for IPv6
public record AddressRange(InetAddress network, int prefix) implements Target {
  public AddressRange {
    int bits = network.getAddress().length * 8;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("no such prefix length: " + prefix);
    }
    // A scope id or a name would make two equal ranges unequal.
    network = HostText.address(network.getAddress());
    if (!sameBits(network, masked(network, prefix), bits)) {
      throw new IllegalArgumentException(
          network.getHostAddress() + "/" + prefix + " has bits set after its prefix");
    }
  }

  /// Reads `10.0.0.0/8`, `2001:db8::/32` or one address.
  ///
  /// @throws IllegalArgumentException naming what is wrong with the text
  public static AddressRange parse(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    String host = slash < 0 ? trimmed : trimmed.substring(0, slash);
    if (!(HostText.read(host) instanceof HostText.Literal(InetAddress address))) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    int bits = address.getAddress().length * 8;
    if (slash < 0) {
      return new AddressRange(address, bits);
    }
    String length = trimmed.substring(slash + 1);
    if (!length.matches("0|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("no such prefix length: " + text);
    }
    if (host.indexOf(':') >= 0 && address instanceof Inet4Address) {
      throw new IllegalArgumentException("write IPv4 ranges as IPv4: " + text);
    }
    return new AddressRange(address, Integer.parseInt(length));
  }

  /// Whether the address is in the block.
  public boolean contains(InetAddress address) {
    return sameBits(network, address, prefix);
  }

  /// Whether the whole of the other block is in this one.
  boolean contains(AddressRange other) {
    return other.prefix >= prefix && contains(other.network);
  }

  private static boolean sameBits(InetAddress one, InetAddress other, int bits) {
    byte[] a = one.getAddress();
    byte[] b = other.getAddress();
    if (a.length != b.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] octets = address.getAddress();
    for (int bit = prefix; bit < octets.length * 8; bit++) {
      octets[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return HostText.address(octets);
  }

  @Override
  public String written() {
    return "address:" + network.getHostAddress() + "/" + prefix;
  }
}
