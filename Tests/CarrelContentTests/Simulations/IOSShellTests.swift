import CarrelCore
import Testing

@testable import CarrelContent

@Suite("The switch and router command line")
struct IOSShellTests {
    private func switchOne() throws -> Simulation { try IOSFixture.switchOne() }
    private func router() throws -> Simulation { try IOSFixture.router() }

    @Test(
        "A line that gear does not understand gets its message, with the caret where the first wrong letter is",
        arguments: [
            (
                ["foo"],
                [
                    "Translating \"foo\"...domain server (255.255.255.255)",
                    "% Unknown command or computer name, or unable to find computer address",
                ]
            ),
            (["show ip rute"], ["             ^", "% Invalid input detected at '^' marker."]),
            (["enable", "show vlam"], ["            ^", "% Invalid input detected at '^' marker."]),
            (["en", "conf t", "hostnme X"], ["                 ^", "% Invalid input detected at '^' marker."]),
            (
                ["en", "conf t", "vlan 5000"],
                [
                    "Command rejected: Bad VLAN list - character #5 (EOL) delimits a VLAN number",
                    " which is out of the range 1..4094.",
                ]
            ),
            (
                ["en", "conf t", "vlan sales"],
                ["Command rejected: Bad VLAN list - character #1 is a non-numeric", "character ('s')."]
            ),
            (
                ["en", "conf t", "vlan 20-10"],
                ["Command rejected: Bad VLAN list - end of range not larger than the", " start of range!"]
            ),
            (["en", "conf t", "vlan 2-4094"], ["% This simulation makes at most 100 VLANs of a range"]),
            (["en", "conf t", "no vlan 1-9"], ["%Default VLAN 1 may not be deleted."]),
            (
                ["en", "conf t", "vlan 10", "name NATIVE", "vlan 99", "name NATIVE"],
                ["VLAN #99 and #10 have an identical name: NATIVE"]
            ),
            (["en", "conf t", "hostname SW1!"], ["% Hostname contains one or more illegal characters."]),
            (
                ["en", "conf t", "int vlan 1", "sw mode access"],
                ["                ^", "% Invalid input detected at '^' marker."]
            ),
            (
                ["en", "conf t", "int g0/1", "encapsulation dot1q 10"],
                ["                 ^", "% Invalid input detected at '^' marker."]
            ),
            (
                ["en", "conf t", "enable secret cisco", "end", "disable", "en"],
                ["% This simulation asks for no password"]
            ),
            (["en", "conf t", "do show ipp"], ["                      ^", "% Invalid input detected at '^' marker."]),
            (["en", "conf t", "int g0/1", "ip address 10.0.0.1"], ["% Incomplete command."]),
            (
                ["en", "sh run int g0/9"],
                ["               ^", "% Invalid input detected at '^' marker."]
            ),
            (["sh run"], ["       ^", "% Invalid input detected at '^' marker."]),
            (["show"], ["% Type \"show ?\" for a list of subcommands"]),
            (["en", "c"], ["% Ambiguous command:  \"c\""]),
            (["en", "sh s"], ["% Ambiguous command:  \"sh s\""]),
            (
                ["en", "conf t", "spanning-tree mdoe pvst"],
                ["                           ^", "% Invalid input detected at '^' marker."]
            ),
            (["s"], ["% Ambiguous command:  \"s\""]), (["te"], ["% Ambiguous command:  \"te\""]),
            (["en", "conf t", "int g0/1", "s"], ["% Ambiguous command:  \"s\""]),
            (
                ["en", "conf t", "int vlan 1", "ip address 10.0.0.1 255.0.255.0"],
                ["Bad mask 0xFF00FF00 for address 10.0.0.1"]
            ),
            (["en", "conf t", "int vlan 1", "ip address 10.0.0.1 0.0.0.0"], ["Bad mask 0x0 for address 10.0.0.1"]),
            (["en", "conf t", "int vlan 1", "ip address 10.0.0.0 255.0.0.0"], ["Bad mask /8 for address 10.0.0.0"]),
            (["en", "conf t", "int g9/9"], ["%Invalid interface type and number"]),
            (["en", "conf t", "no vlan 1"], ["%Default VLAN 1 may not be deleted."]),
            (["en", "conf t", "crypto key generate rsa modulus 1024"], ["% Please define a domain-name first."]),
            (
                ["en", "conf t", "int g0/1", "ip address 10.0.0.1 255.0.0.0"],
                ["% IP addresses may not be configured on L2 links."]
            ),
        ] as [([String], [String])])
    func refusals(lines: [String], said: [String]) throws {
        var simulation = try switchOne()
        #expect(simulation.after(lines) == said)
    }

    @Test(
        "Modes are entered and left, and the prompt says which",
        arguments: [
            ([], "SW1>"), (["enable"], "SW1#"), (["en", "disable"], "SW1>"), (["en", "conf t"], "SW1(config)#"),
            (["en", "conf t", "int g0/1"], "SW1(config-if)#"), (["en", "conf t", "int g0/1", "exit"], "SW1(config)#"),
            (["en", "conf t", "int g0/1", "end"], "SW1#"), (["en", "conf t", "vlan 10"], "SW1(config-vlan)#"),
            (["en", "conf t", "vlan 10,20-22"], "SW1(config-vlan)#"),
            (["en", "conf t", "int vlan 1"], "SW1(config-if)#"), (["en", "conf t", "hostname A_1"], "A_1(config)#"),
            (["en", "conf t", "line vty 0 4"], "SW1(config-line)#"),
            (["en", "conf t", "router ospf 1"], "SW1(config-router)#"),
            (["en", "conf t", "int r g0/1 - 2"], "SW1(config-if-range)#"),
            (["en", "conf t", "hostname X"], "X(config)#"),
            (["en", "conf t", "vlan 10", "int g0/1"], "SW1(config-if)#"),
            (["en", "conf t", "ip access-list standard WEB"], "SW1(config-std-nacl)#"),
            (["en", "conf t", "do sh clock"], "SW1(config)#"),
            (["en", "conf t", "int g0/1", "access-list 1 permit any"], "SW1(config)#"),
            (["en", "conf t", "int g0/1", "ip routing"], "SW1(config)#"),
            (["en", "conf t", "int g0/1", "no vlan 10"], "SW1(config)#"),
            (["en", "conf t", "int g0/1", "do sh clock"], "SW1(config-if)#"),
            (["en", "conf t", "int g0/1", "ntp server 10.0.0.1", "hostname X"], "X(config)#"),
        ] as [([String], String)])
    func modes(lines: [String], prompt: String) throws {
        var simulation = try switchOne()
        _ = simulation.after(lines)
        #expect(simulation.prompt(of: "A") == prompt)
    }

    @Test("What was configured is shown in the running configuration and in the tables")
    func shown() throws {
        var simulation = try switchOne()
        _ = simulation.after([
            "en", "conf t", "vlan 10", "name SALES", "int range g0/1 - 2", "switchport mode access",
            "switchport access vlan 10", "no shut", "end",
        ])
        let running = simulation.after(["show running-config"])
        #expect(running.contains("interface GigabitEthernet0/2") && running.contains(" switchport access vlan 10"))
        #expect(!running.contains(" shutdown"))
        #expect(simulation.after(["show run | include hostname"]) == ["hostname SW1"])
        #expect(
            simulation.after(["sh vl br"]).prefix(5) == [
                "",
                "VLAN Name                             Status    Ports",
                "---- -------------------------------- --------- -------------------------------",
                "1    default                          active    Fa0/1",
                "10   SALES                            active    Gi0/1, Gi0/2",
            ])
        #expect(
            simulation.after(["sh ip int br"]) == [
                "Interface              IP-Address      OK? Method Status                Protocol",
                "FastEthernet0/1        unassigned      YES unset  up                    up",
                "GigabitEthernet0/1     unassigned      YES unset  up                    up",
                "GigabitEthernet0/2     unassigned      YES unset  up                    up",
            ])
    }

    @Test("A command that is refused stays in the mode it was typed in")
    func refusedGlobal() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", "int g0/1", "ip dhcp snooping"])
        #expect(simulation.prompt(of: "A") == "SW1(config-if)#")
    }

    @Test("The entries of access lists are shown with their numbers, and with what their bits are")
    func accessLists() throws {
        var simulation = try switchOne()
        _ = simulation.after([
            "en", "conf t", "access-list 1 permit 10.0.0.0 0.0.0.255", "access-list 1 deny any",
            "ip access-list standard ADMIN", "permit host 10.0.0.7", "ip access-list extended WEB",
            "permit tcp any any eq 443", "end",
        ])
        #expect(
            simulation.after(["show access-lists"]) == [
                "Standard IP access list 1", "    10 permit 10.0.0.0, wildcard bits 0.0.0.255", "    20 deny any",
                "Standard IP access list ADMIN", "    10 permit 10.0.0.7",
                "Extended IP access list WEB", "    10 permit tcp any any eq 443",
            ])
        #expect(
            simulation.after(["show run | include access-list 1"]).first == "access-list 1 permit 10.0.0.0 0.0.0.255")
    }

    @Test(
        "A command of real gear that is not simulated says so, and a slip is still one",
        arguments: [
            "en; conf t; ip nat outside source static 10.0.0.1 1.2.3.4",
            "en; conf t; ipv6 unicast-routing", "en; conf t; ip dhcp snooping",
            "en; conf t; spanning-tree loopguard default",
            "en; conf t; snmp-server community public RO", "en; conf t; ntp server time.example prefer",
            "en; conf t; logging buffered 4096", "en; conf t; router eigrp 1", "en; conf t; aaa new-model",
            "en; conf t; int g0/1; ip ospf authentication null", "en; conf t; int g0/1; spanning-tree cost 4",
            "en; conf t; spanning-tree portfast bpdufilter default",
            "en; conf t; int g0/1; switchport port-security aging time 5", "en; conf t; int g0/1; ipv6 enable",
            "en; conf t; ip access-list standard A; 10 permit any", "en; write network", "en; show tech-support",
            "en; show logging", "show cdp interface", "show spanning-tree summary",
            "show mac address-table count", "show ip nat statistics", "show inventory",
            "en; show run all", "show vlan summary", "show interfaces status err-disabled", "ping",
            "en; conf t; vlan 10; state suspend", "en; conf t; ip local policy route-map X",
            "en; conf t; access-list 1 remark x",
        ])
    func beyond(lines: String) throws {
        var simulation = try switchOne()
        let said = simulation.after(lines.split(separator: ";").map { String($0.drop { $0 == " " }) })
        #expect(said.count == 1 && said[0].hasPrefix("% This simulation "), "\(said)")
    }

    @Test("More ports than a line has go on under them, and the history has what was typed on this device")
    func portsAndHistory() throws {
        let ports = (1...6).map { "if.FastEthernet0/\($0).switch: true" }.joined(separator: ", ")
        var simulation = try ShellFixture.simulation(
            "ios", devices: "[{id: A, state: {hostname: SW1, vlan.1.name: default, \(ports)}}]")
        let table = simulation.after(["en", "show vlan brief"])
        #expect(table[3].hasSuffix("active    Fa0/1, Fa0/2, Fa0/3, Fa0/4,"))
        #expect(table[4] == String(repeating: " ", count: 48) + "Fa0/5, Fa0/6")
        #expect(simulation.after(["sh hist"]) == ["  en", "  show vlan brief", "  sh hist"])
    }

    @Test("Routes and addresses make the routing table, and pings follow it there and back")
    func routing() throws {
        var simulation = try ShellFixture.simulation(
            "ios",
            devices: """
                [{id: R1, state: {hostname: R1, if.GigabitEthernet0/0.router: true, if.GigabitEthernet0/0.up: false}}, \
                {id: R2, state: {hostname: R2, if.GigabitEthernet0/0.router: true, if.GigabitEthernet0/0.up: true, \
                if.GigabitEthernet0/0.ip: 10.0.0.2, if.GigabitEthernet0/0.mask: 255.255.255.252}}]
                """)
        _ = simulation.after(
            [
                "en", "conf t", "int g0/0", "ip add 10.0.0.1 255.255.255.252", "no shut", "int lo0",
                "ip add 1.1.1.1 255.255.255.255",
                "ip route 0.0.0.0 0.0.0.0 10.0.0.2", "end",
            ], on: "R1")
        let table = simulation.after(["sh ip ro"], on: "R1")
        #expect(table.contains("Gateway of last resort is 10.0.0.2 to network 0.0.0.0"))
        #expect(table.contains("S*    0.0.0.0/0 [1/0] via 10.0.0.2"))
        #expect(table.contains("C        10.0.0.0/30 is directly connected, GigabitEthernet0/0"))
        #expect(simulation.after(["ping 10.0.0.2"], on: "R1").contains("!!!!!"))
        #expect(simulation.after(["ping 8.8.8.8"], on: "R1").contains("....."))
        #expect(simulation.after(["enable", "ping 1.1.1.1"], on: "R2").contains("....."))
        _ = simulation.after(["conf t", "ip route 1.1.1.1 255.255.255.255 10.0.0.1", "end"], on: "R2")
        #expect(simulation.after(["ping 1.1.1.1"], on: "R2").contains("!!!!!"))
        #expect(
            simulation.after(["conf t", "ip route 10.0.0.1 255.255.255.0 10.0.0.2"], on: "R1") == [
                "%Inconsistent address and mask"
            ])
    }

    @Test("A ping leaves with the address of the interface that it goes out of")
    func pingSource() throws {
        var simulation = try ShellFixture.simulation(
            "ios",
            devices: """
                [{id: R1, state: {if.GigabitEthernet0/0.router: true, if.GigabitEthernet0/0.up: true, \
                if.GigabitEthernet0/0.ip: 192.168.10.1, if.GigabitEthernet0/0.mask: 255.255.255.0, \
                if.GigabitEthernet0/1.router: true, if.GigabitEthernet0/1.up: true, \
                if.GigabitEthernet0/1.ip: 10.0.12.1, if.GigabitEthernet0/1.mask: 255.255.255.252}}, \
                {id: R2, state: {if.GigabitEthernet0/0.router: true, if.GigabitEthernet0/0.up: true, \
                if.GigabitEthernet0/0.ip: 10.0.12.2, if.GigabitEthernet0/0.mask: 255.255.255.252}}]
                """)
        // R2 has no way back to 192.168.10.0/24.
        #expect(simulation.after(["ping 10.0.12.2"], on: "R1").contains("!!!!!"))
    }

    @Test("The routing table is sorted by network, subnets under the class they are of, the nearest way only")
    func routingTable() throws {
        var simulation = try router()
        let table = simulation.after(["show ip route | begin Gateway"])
        #expect(
            table == [
                "Gateway of last resort is 10.0.12.2 to network 0.0.0.0",
                "",
                "S*    0.0.0.0/0 [1/0] via 10.0.12.2",
                "      1.0.0.0/32 is subnetted, 1 subnets",
                "C        1.1.1.1 is directly connected, Loopback0",
                "      10.0.0.0/8 is variably subnetted, 3 subnets, 3 masks",
                "S        10.0.0.0/24 [1/0] via 10.0.12.2",
                "C        10.0.12.0/30 is directly connected, GigabitEthernet0/0",
                "L        10.0.12.1/32 is directly connected, GigabitEthernet0/0",
                "      172.16.0.0/24 is subnetted, 2 subnets",
                "S        172.16.3.0 [1/0] via 10.0.12.2",
                "                    [1/0] via 192.168.9.2",
                "S        172.16.4.0 [1/0] via 10.0.12.2",
                "S     192.168.5.0/24 [1/0] via 10.0.12.2",
                "      192.168.9.0/24 is variably subnetted, 2 subnets, 2 masks",
                "C        192.168.9.0/24 is directly connected, GigabitEthernet0/1",
                "L        192.168.9.1/32 is directly connected, GigabitEthernet0/1",
            ])
        #expect(
            simulation.after(["show ip route static | include 192.168"]) == [
                "                    [1/0] via 192.168.9.2", "S     192.168.5.0/24 [1/0] via 10.0.12.2",
            ])
        #expect(simulation.after(["show ip route ospf"]).last == "")
    }

    @Test(
        "The route to one address is told in full",
        arguments: [
            ("8.8.8.8", ["% Network not in table"]), ("10.9.9.9", ["% Subnet not in table"]),
            ("192.168.5.0 255.255.0.0", ["% Network not in table"]),
            (
                "0.0.0.0",
                [
                    "Routing entry for 0.0.0.0/0, supernet",
                    "  Known via \"static\", distance 1, metric 0, candidate default path",
                    "  Routing Descriptor Blocks:", "  * 10.0.12.2",
                    "      Route metric is 0, traffic share count is 1",
                ]
            ),
            (
                "10.0.12.2",
                [
                    "Routing entry for 10.0.12.0/30",
                    "  Known via \"connected\", distance 0, metric 0 (connected, via interface)",
                    "  Routing Descriptor Blocks:", "  * directly connected, via GigabitEthernet0/0",
                    "      Route metric is 0, traffic share count is 1",
                ]
            ),
            (
                "172.16.3.7",
                [
                    "Routing entry for 172.16.3.0/24", "  Known via \"static\", distance 1, metric 0",
                    "  Routing Descriptor Blocks:", "  * 10.0.12.2",
                    "      Route metric is 0, traffic share count is 1", "    192.168.9.2",
                    "      Route metric is 0, traffic share count is 1",
                ]
            ),
            (
                "172.16.0.0",
                [
                    "Routing entry for 172.16.0.0/24, 2 known subnets", "S        172.16.3.0 [1/0] via 10.0.12.2",
                    "                    [1/0] via 192.168.9.2", "S        172.16.4.0 [1/0] via 10.0.12.2",
                ]
            ),
        ] as [(String, [String])])
    func routeTo(address: String, said: [String]) throws {
        var simulation = try router()
        #expect(simulation.after(["show ip route \(address)"]) == said)
    }
}
