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

    @Test(
        "What a router is told is in its configuration",
        arguments: [
            (
                "router ospf 1; passive-interface default; no passive-interface g0/0", "passive",
                [" passive-interface default", " no passive-interface GigabitEthernet0/0"]
            ),
            ("int g0/0; description to R2 | WAN", "description", [" description to R2 | WAN"]),
            ("int g0/0; speed auto; duplex auto", "speed|duplex", []),
            ("no cdp run; int g0/0; no cdp enable", "cdp", [" no cdp enable", "no cdp run"]),
            ("username ada privilege 15", "username", ["username ada privilege 15"]),
            ("username bob password cisco", "username", ["username bob password 0 cisco"]),
            (
                "username ada privilege 15; username ada secret x", "username.*privilege 15 secret",
                ["username ada privilege 15 secret 5 $1$mERr$T1eOsKxQ0nJsNRQ6vYhXd/"]
            ),
            (
                "ip nat inside source list 1 interface g0/1 overload; ip nat inside source static 10.0.0.5 1.2.3.4",
                "ip nat",
                [
                    "ip nat inside source list 1 interface GigabitEthernet0/1 overload",
                    "ip nat inside source static 10.0.0.5 1.2.3.4",
                ]
            ),
            (
                "ip nat pool P 1.1.1.1 1.1.1.4 netmask 255.255.255.248; ip nat inside source list 1 pool P overload;"
                    + " no ip nat pool P", "ip nat", ["ip nat inside source list 1 pool P overload"]
            ),
            (
                "ip dhcp pool X; domain-name x.example; lease 0 12", "domain-name|lease",
                [" domain-name x.example", " lease 0 12"]
            ),
        ])
    func configured(lines: String, shown: String, rows: [String]) throws {
        var simulation = try IOSFixture.router()
        let typed = lines.split(separator: ";").map(String.init)
        #expect(simulation.after(["conf t"] + typed + ["do show run |include \(shown)"]) == rows)
    }

    @Test(
        "An extended list holds what gear can read, with the names that gear has for ports",
        arguments: [
            ("permit tcp any host 10.0.0.5 eq 80", "permit tcp any host 10.0.0.5 eq www"),
            (
                "deny udp 10.0.0.9 0.0.0.255 range 20000 30000 any eq domain log",
                "deny udp 10.0.0.0 0.0.0.255 range 20000 30000 any eq domain log"
            ),
            ("permit tcp any any established", "permit tcp any any established"),
            ("permit icmp any 10.0.0.1 0.0.0.0 echo-r", "permit icmp any host 10.0.0.1 echo-reply"),
            ("permit ip 10.0.0.0 255.255.255.255 any", "permit ip any any"), ("permit tcp foo", nil),
            ("permit ip any any eq 80", nil), ("permit tcp any", nil), ("permit tcp any any eq 70000", nil),
        ])
    func extendedLists(typed: String, kept: String?) throws {
        for head in ["access-list 110 ", "access-list 2010 ", "ip access-list extended E; "] {
            var simulation = try IOSFixture.router()
            for line in ["conf t"] + (head + typed).split(separator: ";").map(String.init) {
                _ = simulation.run(line, on: "A")
            }
            let shown = simulation.after(["do show access-lists | include permit|deny"])
            #expect(shown == (kept.map { ["    10 " + $0] } ?? []))
        }
        guard kept != nil else { return }
        var simulation = try IOSFixture.router()
        let left = simulation.after([
            "conf t", "ip access-list extended E", typed, "no " + typed, "do show access-lists | include permit|deny",
        ])
        #expect(left == [])
    }

    @Test("The startup configuration can be erased, and translations and leases are shown as tables")
    func tables() throws {
        var simulation = try IOSFixture.router()
        #expect(simulation.after(["wr", "write erase", "show startup-config"]) == ["startup-config is not present"])
        _ = simulation.after(["conf t", "ip nat inside source static 10.0.0.5 1.2.3.4", "end"])
        #expect(
            simulation.after(["show ip nat translations"]).last
                == "--- 1.2.3.4            10.0.0.5           ---                ---")
        #expect(simulation.after(["show ip dhcp binding"]).first?.hasPrefix("Bindings from all pools") == true)
    }

    @Test("A neighbor is one while its interface is up and not passive")
    func neighbors() throws {
        var simulation = try ShellFixture.simulation(
            "ios",
            state: "{hostname: R2, neighbor.2.2.2.2.address: 10.0.0.2, "
                + "neighbor.2.2.2.2.interface: GigabitEthernet0/0, if.GigabitEthernet0/0.router: true, "
                + "if.GigabitEthernet0/0.up: true}")
        let count = { (lines: [String]) in lines.filter { $0.hasPrefix("2.2.2.2 ") }.count }
        let shown = "do show ip ospf neighbor"
        #expect(count(simulation.after(["en", "conf t", shown])) == 0)
        #expect(count(simulation.after(["router ospf 1", "network 10.0.0.0 255.255.255.0 area 0", shown])) == 1)
        #expect(count(simulation.after(["passive-interface default", shown])) == 0)
        #expect(count(simulation.after(["no passive-interface g0/0", shown])) == 1)
        #expect(count(simulation.after(["int g0/0", "shutdown", shown])) == 0)
        #expect(
            count(simulation.after(["no shutdown", "no router ospf 1", "int g0/0", "ip ospf 1 area 0", shown])) == 1)
        #expect(
            simulation.after(["ip ospf cost 10", "ip ospf priority 0", "do show run int g0/0 | include ospf"]) == [
                " ip ospf priority 0", " ip ospf 1 area 0", " ip ospf cost 10",
            ])
    }

    @Test("The interfaces of VLANs come first in tables and last in the configuration, loopbacks the other way round")
    func order() throws {
        var simulation = try IOSFixture.switchOne()
        let names = { (lines: [String]) in lines.map { String($0.prefix { $0 != " " }) } }
        let brief = simulation.after(["en", "conf t", "int vlan 1", "int lo0", "do show ip int brief | exclude OK"])
        let expected = ["Vlan1", "FastEthernet0/1", "GigabitEthernet0/1", "GigabitEthernet0/2", "Loopback0"]
        #expect(names(brief) == expected)
        let run = simulation.after(["do show run | include ^interface"]).map { String($0.dropFirst(10)) }
        #expect(run == [expected[4]] + expected[1...3] + [expected[0]])
    }

    @Test("A route may name the interface that it leaves by, and goes to the other end of it")
    func exitInterfaces() throws {
        func device(_ name: String, _ address: String, _ loopback: String) -> String {
            """
            {id: \(name), state: {if.Serial0/0/0.router: true, if.Serial0/0/0.up: true, if.Serial0/0/0.ip: \(address), \
            if.Serial0/0/0.mask: 255.255.255.252, if.Loopback0.up: true, if.Loopback0.ip: \(loopback), \
            if.Loopback0.mask: 255.255.255.255}}
            """
        }
        var simulation = try ShellFixture.simulation(
            "ios", devices: "[\(device("R1", "10.0.0.1", "1.1.1.1")), \(device("R2", "10.0.0.2", "2.2.2.2"))]")
        _ = simulation.after(["en", "conf t", "ip route 1.1.1.1 255.255.255.255 s0/0/0"], on: "R2")
        let begin = ["en", "conf t", "ip route 2.2.2.2 255.255.255.255 s0/0/0 5", "do ping 2.2.2.2"]
        #expect(simulation.after(begin, on: "R1").contains("!!!!!"))
        #expect(
            simulation.after(["do show ip route 2.2.2.2"], on: "R1").prefix(4) == [
                "Routing entry for 2.2.2.2/32", "  Known via \"static\", distance 5, metric 0 (connected)",
                "  Routing Descriptor Blocks:", "  * directly connected, via Serial0/0/0",
            ])
        #expect(
            simulation.after(["ip route 10.9.0.0 255.255.0.0 null0", "do show run | include ip route"], on: "R1") == [
                "ip route 2.2.2.2 255.255.255.255 Serial0/0/0 5", "ip route 10.9.0.0 255.255.0.0 Null0",
            ])
        #expect(simulation.after(["do ping 10.9.0.1"], on: "R1").contains("....."))
        _ = simulation.after(
            ["ip route 0.0.0.0 0.0.0.0 s0/0/0", "no ip route 2.2.2.2 255.255.255.255 s0/0/0"], on: "R1")
        let table = simulation.after(["do show ip route"], on: "R1")
        #expect(table.contains("Gateway of last resort is 0.0.0.0 to network 0.0.0.0"))
        #expect(table.contains("S*    0.0.0.0/0 is directly connected, Serial0/0/0"))
        #expect(simulation.after(["do ping 2.2.2.2"], on: "R1").contains("!!!!!"))
        _ = simulation.after(["int s0/0/0", "shutdown"], on: "R1")
        #expect(simulation.after(["do ping 2.2.2.2"], on: "R1").contains("....."))
        #expect(
            simulation.after(["ip route 9.0.0.0 255.0.0.0 s0/0/7"], on: "R1") == ["%Invalid interface type and number"])
    }
}
