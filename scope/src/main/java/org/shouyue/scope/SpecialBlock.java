package org.shouyue.scope;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Blocks of addresses that are not the public internet (IANA special-purpose registries, RFC 6890
/// and its updates) or that hand out credentials to whoever asks (cloud metadata services). They
/// are reached only when a permit names a range that lies wholly inside the block: `0.0.0.0/0`
/// names nothing. The narrowest block counts, so each metadata address must be named by itself.
enum SpecialBlock {
  // Metadata first: the narrowest match wins by order.
  METADATA_LINK_LOCAL("169.254.169.254/32", Kind.METADATA),
  METADATA_ECS("169.254.170.2/32", Kind.METADATA),
  METADATA_ALIBABA("100.100.100.200/32", Kind.METADATA),
  METADATA_TENCENT("169.254.0.23/32", Kind.METADATA),
  METADATA_AZURE("168.63.129.16/32", Kind.METADATA),
  METADATA_ORACLE("192.0.0.192/32", Kind.METADATA),
  METADATA_V6("fd00:ec2::254/128", Kind.METADATA),
  LOOPBACK("127.0.0.0/8", Kind.LOOPBACK),
  LOOPBACK_V6("::1/128", Kind.LOOPBACK),
  PRIVATE_10("10.0.0.0/8", Kind.PRIVATE),
  PRIVATE_172("172.16.0.0/12", Kind.PRIVATE),
  PRIVATE_192("192.168.0.0/16", Kind.PRIVATE),
  SHARED("100.64.0.0/10", Kind.PRIVATE),
  UNIQUE_LOCAL_V6("fc00::/7", Kind.PRIVATE),
  SITE_LOCAL_V6("fec0::/10", Kind.PRIVATE),
  LINK_LOCAL("169.254.0.0/16", Kind.LINK_LOCAL),
  LINK_LOCAL_V6("fe80::/10", Kind.LINK_LOCAL),
  PROTOCOL("192.0.0.0/24", Kind.RESERVED),
  TEST_1("192.0.2.0/24", Kind.RESERVED),
  TEST_2("198.51.100.0/24", Kind.RESERVED),
  TEST_3("203.0.113.0/24", Kind.RESERVED),
  BENCHMARK("198.18.0.0/15", Kind.RESERVED),
  RELAY_6TO4("192.88.99.0/24", Kind.RESERVED),
  // Addresses with an IPv4 address inside: a gateway would carry the packet somewhere else.
  NAT64("64:ff9b::/96", Kind.RESERVED),
  NAT64_LOCAL("64:ff9b:1::/48", Kind.RESERVED),
  TUNNEL_6TO4("2002::/16", Kind.RESERVED),
  TEREDO("2001::/32", Kind.RESERVED),
  COMPATIBLE_V4("::/96", Kind.RESERVED),
  DOCUMENTATION_V6("2001:db8::/32", Kind.RESERVED),
  DOCUMENTATION_V6_2("3fff::/20", Kind.RESERVED),
  DISCARD_V6("100::/64", Kind.RESERVED),
  THIS_NETWORK("0.0.0.0/8", Kind.NEVER),
  MULTICAST("224.0.0.0/4", Kind.NEVER),
  FUTURE("240.0.0.0/4", Kind.NEVER),
  UNSPECIFIED_V6("::/128", Kind.NEVER),
  MULTICAST_V6("ff00::/8", Kind.NEVER);

  enum Kind {
    METADATA,
    LOOPBACK,
    PRIVATE,
    LINK_LOCAL,
    RESERVED,
    /// No connection can be meant for it: multicast, broadcast, "this host".
    NEVER
  }

  // A record that copies its address and never changes; the checker knows no such thing of
  // InetAddress.
  @SuppressWarnings("ImmutableEnumChecker")
  private final AddressRange range;

  private final Kind kind;

  SpecialBlock(String range, Kind kind) {
    this.range = AddressRange.parse(range);
    this.kind = kind;
  }

  AddressRange range() {
    return range;
  }

  Kind kind() {
    return kind;
  }

  /// The narrowest block that holds the address, or null for a public address.
  static @Nullable SpecialBlock of(InetAddress address) {
    SpecialBlock narrowest = null;
    for (SpecialBlock block : values()) {
      boolean narrower = narrowest == null || block.range.prefix() > narrowest.range.prefix();
      if (narrower && block.range.contains(address)) {
        narrowest = block;
      }
    }
    return narrowest;
  }
}
