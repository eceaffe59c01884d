//! Which addresses are on the public network. Everything is refused that the registries of special addresses list, and all
//! that wraps such an address in another.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Ranges of IPv4 that are not public: first address, bits.
const SPECIAL_4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 52, 193, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(192, 175, 48, 0), 24),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The one range of IPv6 that is routed, and what is special within it: first address, bits.
const GLOBAL_6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
const SPECIAL_6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0), 48),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether an address is on the public network.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => !SPECIAL_4.iter().any(|(first, bits)| is_in_4(four, *first, *bits)),
        // Mapped, translated and tunnelled addresses lie outside of the routed range, or in what is special within it.
        IpAddr::V6(six) => {
            is_in_6(six, GLOBAL_6.0, GLOBAL_6.1)
                && !SPECIAL_6.iter().any(|(first, bits)| is_in_6(six, *first, *bits))
        }
    }
}

fn is_in_4(address: Ipv4Addr, first: Ipv4Addr, bits: u32) -> bool {
    let rest = 32 - bits;
    address.to_bits().checked_shr(rest) == first.to_bits().checked_shr(rest)
}

fn is_in_6(address: Ipv6Addr, first: Ipv6Addr, bits: u32) -> bool {
    let rest = 128 - bits;
    address.to_bits().checked_shr(rest) == first.to_bits().checked_shr(rest)
}

/// Special, each for a reason of its own.
#[cfg(test)]
const NEAR: &str = "\
    127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 169.254.169.254 172.16.0.1 \
    172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 \
    203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 \
    ::ffff:8.8.8.8 ::7f00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2001:20::1 \
    2002:7f00:1:: 3fff::1 fc00::1 fd12::1 fe80::1 fec0::1 ff02::1 5f00::1 \
    4000::1";

/// Public, some of them one step beside what is special.
#[cfg(test)]
const FAR: &str = "\
    8.8.8.8 1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 \
    192.0.1.1 198.17.0.1 198.20.0.1 223.255.255.255 2606:4700::1111 2a00:1450::1 2001:4860::8888";

#[test]
fn only_the_public_network_is_public() {
    for near in NEAR.split(' ') {
        assert!(!is_public(near.parse().unwrap()), "{near}");
    }
    for far in FAR.split(' ') {
        assert!(is_public(far.parse().unwrap()), "{far}");
    }
}
