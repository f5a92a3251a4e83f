import Glibc

/// Which addresses a socket may connect to.
package struct AddressPolicy: Sendable {
    /// Hosts, addresses and CIDR blocks that may be private (`network.allow`).
    private let hosts: Set<String>
    private let blocks: [Block]

    /// Entries are host names, addresses, or blocks such as `10.1.0.0/16`.
    package init(allowed: [String] = []) {
        blocks = allowed.compactMap(Block.init)
        hosts = Set(allowed.filter { Block($0) == nil }.map { $0.lowercased() })
    }

    /// Whether a name may resolve to a private address.
    func allows(host: String) -> Bool {
        hosts.contains(host.lowercased())
    }

    /// Whether the operator named the numeric address, or a block that it is in.
    func names(address: String) -> Bool {
        guard let address = Address(address)?.unwrapped else { return false }
        return blocks.contains { $0.contains(address) }
    }

    /// Whether the numeric address is public, or allowed all the same. Text that is no address is
    /// refused.
    package func allows(address: String) -> Bool {
        guard let address = Address(address)?.unwrapped else { return false }
        return blocks.contains { $0.contains(address) }
            || !Self.refused.contains { $0.contains(address) }
    }

    /// Every block that is not the public internet (IANA special-purpose registries, RFC 6890).
    private static let refused: [Block] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32",
        "100::/64", "64:ff9b:1::/48",
    ].compactMap(Block.init)
}

/// An address block; IPv4 as its 4 bytes, IPv6 as its 16.
private struct Block: Sendable {
    let base: Address
    let bits: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let base = Address(String(first)) else { return nil }
        let width = base.bytes.count * 8
        guard parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            (self.base, bits) = (base, width)
            return
        }
        guard let bits = Int(parts[1]), (0...width).contains(bits) else { return nil }
        (self.base, self.bits) = (base, bits)
    }

    func contains(_ address: Address) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        for index in address.bytes.indices where index * 8 < bits {
            let mask = UInt8(truncatingIfNeeded: 0xff00 >> min(8, bits - index * 8))
            if (address.bytes[index] ^ base.bytes[index]) & mask != 0 { return false }
        }
        return true
    }
}

struct Address: Sendable, Equatable {
    let bytes: [UInt8]

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads dotted IPv4 and any form of IPv6, with or without a zone.
    init?(_ text: String) {
        var v4 = in_addr()
        if unsafe inet_pton(AF_INET, text, &v4) == 1 {
            bytes = unsafe withUnsafeBytes(of: &v4) { unsafe Array($0) }
            return
        }
        var v6 = in6_addr()
        let plain = text.split(separator: "%").first.map(String.init) ?? text
        guard unsafe inet_pton(AF_INET6, plain, &v6) == 1 else { return nil }
        bytes = unsafe withUnsafeBytes(of: &v6) { unsafe Array($0) }
    }

    /// The IPv4 address that an IPv6 one stands for: mapped, compatible (RFC 4291 §2.5.5), NAT64
    /// (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380, the client's); else itself.
    var unwrapped: Address {
        guard bytes.count == 16 else { return self }
        if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == bytes[11],
            bytes[10] == 0xff || (bytes[10] == 0 && bytes[12..<15].contains { $0 != 0 })
        {
            return Address(bytes: Array(bytes[12...]))
        }
        if bytes[0..<12] == [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0] {
            return Address(bytes: Array(bytes[12...]))
        }
        if bytes[0..<2] == [0x20, 0x02] { return Address(bytes: Array(bytes[2..<6])) }
        if bytes[0..<4] == [0x20, 0x01, 0, 0] {
            return Address(bytes: bytes[12...].map { ~$0 })
        }
        return self
    }
}
