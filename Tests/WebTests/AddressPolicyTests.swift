import Testing
import Web

struct AddressPolicyTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::80ff:fffe", "fc00::1",
        "fd00::1", "fe80::1%lo", "fec0::1", "ff02::1", "2001:db8::1", "100::1", "no address", "",
    ])
    func `refuses what is not the public internet`(address: String) {
        #expect(!AddressPolicy().allows(address: address))
    }

    @Test(arguments: [
        "1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1",
        "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::",
    ])
    func `lets public addresses through`(address: String) {
        #expect(AddressPolicy().allows(address: address))
    }

    @Test func `lets through what the settings allow, and no more`() {
        let policy = AddressPolicy(allowed: ["127.20.0.0/16", "10.0.0.7"])
        #expect(policy.allows(address: "127.20.3.4"))
        #expect(policy.allows(address: "::ffff:127.20.3.4"))
        #expect(!policy.allows(address: "127.21.0.1"))
        #expect(policy.allows(address: "10.0.0.7"))
        #expect(!policy.allows(address: "10.0.0.8"))
    }
}
