import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Access lists, routing processes and services of a switch and a router")
struct IOSServiceTests {
    @Test(
        "What is typed is kept as gear keeps it",
        arguments: [
            (
                "router ospf 1; network 10.0.0.0 255.255.255.0 area 0", " network",
                [" network 10.0.0.0 0.0.0.255 area 0"]
            ),
            ("router ospf 1; network 10.0.0.7 0.0.0.255 area 0", " network", [" network 10.0.0.0 0.0.0.255 area 0"]),
            ("router ospf 1; network 10.0.0.7 0.0.0.0 area 0", " network", [" network 10.0.0.7 0.0.0.0 area 0"]),
            (
                "router ospf 1; network 0.0.0.0 255.255.255.255 area 0", " network",
                [" network 0.0.0.0 255.255.255.255 area 0"]
            ),
            (
                "router ospf 1; network 10.0.0.0 0.0.0.255 area 0; no network 10.0.0.0 255.255.255.0 area 0",
                " network", []
            ),
            (
                "access-list 1300 permit 10.0.0.9 0.0.0.255", "access-list",
                ["access-list 1300 permit 10.0.0.0 0.0.0.255"]
            ),
            ("access-list 1 permit 10.0.0.9 0.0.0.0", "access-list", ["access-list 1 permit 10.0.0.9"]),
            ("access-list 1 permit 10.0.0.9 255.255.255.255", "access-list", ["access-list 1 permit any"]),
            ("access-list 2699 permit ip any any", "access-list", ["access-list 2699 permit ip any any"]),
            ("access-list 1999 deny any; no access-list 1999", "access-list", []),
        ])
    func kept(lines: String, shown: String, rows: [String]) throws {
        var simulation = try IOSFixture.router()
        let typed = lines.split(separator: ";").map(String.init)
        let asked = simulation.after(["conf t"] + typed + ["do show run | include ^\(shown)"])
        #expect(asked == rows)
    }

    @Test(
        "SSH is enabled once there are keys, and says its version before",
        arguments: [
            (
                [], [],
                [
                    "SSH Disabled - version 1.99",
                    "%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).",
                ]
            ),
            (
                ["ip ssh version 2"],
                ["Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2)."],
                [
                    "SSH Disabled - version 2.0",
                    "%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).",
                ]
            ),
            (
                ["ip domain-name a.example", "crypto key generate rsa modulus 512", "ip ssh version 2"],
                ["Please create RSA keys (of at least 768 bits size) to enable SSH v2."],
                ["SSH Enabled - version 1.99"]
            ),
            (
                ["ip domain-name a.example", "crypto key generate rsa modulus 2048", "ip ssh version 2"], [],
                ["SSH Enabled - version 2.0"]
            ),
        ] as [([String], [String], [String])])
    func secureShell(lines: [String], said: [String], shown: [String]) throws {
        var simulation = try IOSFixture.router()
        _ = simulation.after(["conf t"])
        if !lines.isEmpty { #expect(simulation.after(lines) == said) }
        #expect(
            simulation.after(["do show ip ssh"]) == shown + [
                "Authentication timeout: 120 secs; Authentication retries: 3"
            ])
    }
}
