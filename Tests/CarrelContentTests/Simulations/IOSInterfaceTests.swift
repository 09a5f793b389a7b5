import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Ports, VLANs and their groups on a switch and a router")
struct IOSInterfaceTests {
    private func switchOne() throws -> Simulation { try IOSFixture.switchOne() }
    private func router() throws -> Simulation { try IOSFixture.router() }

    @Test(
        "A range of ports without a slash, and one that is none, are no trap",
        arguments: [
            "interface range g1 - 4", "interface range vlan 1 - 4", "interface range vlan1-4,g0/1",
            "interface range g1 -",
            "interface range g - 4", "interface range g0/1 - 4 , g1", "interface range g99999999999999999999 - 1",
            "interface range g0/ - 4", "interface range , - /",
        ])
    func ranges(line: String) throws {
        var simulation = try switchOne()
        #expect(simulation.after(["en", "conf t", line]).isEmpty == false)
        #expect(simulation.prompt(of: "A") == "SW1(config)#")
    }

    @Test("A list of VLANs is made and deleted at once, and the interface of one is up once a port of it is")
    func manyVLANs() throws {
        var simulation = try switchOne()
        let names = { (lines: [String]) in
            lines.dropFirst(3).compactMap { $0.split(separator: " ").dropFirst().first }.filter { $0.hasPrefix("VLAN") }
        }
        let made = simulation.after(["en", "conf t", "vlan 9-11,100,1000", "do show vlan brief"])
        #expect(names(made) == ["VLAN0009", "VLAN0010", "VLAN0011", "VLAN0100", "VLAN1000"])
        #expect(names(simulation.after(["no vlan 10-100", "do show vlan brief"])) == ["VLAN0009", "VLAN1000"])
        let status = "show ip interface brief | include Vlan"
        #expect(
            simulation.after(["int vlan 9", "int vlan 77", "do " + status]) == [
                "Vlan9                  unassigned      YES unset  up                    down",
                "Vlan77                 unassigned      YES unset  up                    down",
            ])
        #expect(
            simulation.after(["int f0/1", "switchport access vlan 9", "do " + status]).first
                == "Vlan9                  unassigned      YES unset  up                    up")
    }

    @Test("What stands behind a bar is a regular expression")
    func filters() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en"])
        let status = "show ip interface brief | "
        #expect(simulation.after([status + "include ^(Fast|Gig).*0/1 .* up$"]).count == 2)
        #expect(simulation.after([status + "ex up|down"]).count == 1)
        #expect(simulation.after([status + "begin net0.2"]).count == 1)
        #expect(simulation.after([status + "include ("]) == ["% Failed to compile regular expression"])
        #expect(simulation.after([status + "with up"]).contains("% Invalid input detected at '^' marker."))
    }

    @Test("A VLAN's interface routes once a port of the VLAN is up, and no longer than that")
    func vlanRoutes() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", "vlan 9", "int vlan 9", "ip address 10.9.0.1 255.255.255.0"])
        let routes = "do show ip route | include Vlan9"
        #expect(simulation.after([routes]).isEmpty)
        #expect(simulation.after(["int f0/1", "switchport access vlan 9", routes]).count == 2)
        #expect(simulation.after(["do ping 10.9.0.1"]).contains("!!!!!"))
        #expect(simulation.after(["shutdown", routes]).isEmpty)
        #expect(simulation.after(["do ping 10.9.0.1"]).contains("....."))
        #expect(
            simulation.after(["int vlan 9", "shutdown", "no shutdown"]) == [
                "%LINK-3-UPDOWN: Interface Vlan9, changed state to up"
            ])
    }

    @Test("A subinterface is shut with what it is a part of, and a port-channel is up while a port of it is")
    func parts() throws {
        var router = try router()
        let status = "do show ip interface brief | include \\.20|channel"
        _ = router.after(["en", "conf t", "int g0/0.20", "encapsulation dot1q 20", "int g0/0", "shutdown"])
        #expect(
            router.after([status]) == [
                "GigabitEthernet0/0.20  unassigned      YES unset  administratively down down"
            ])
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", "int range g0/1 - 2", "channel-group 1 mode on"])
        #expect(simulation.after([status]).map { $0.hasSuffix("up                    up") } == [true])
        #expect(
            simulation.after(["int g0/1", "shutdown", status]).map { $0.hasSuffix("down                  down") } == [
                true
            ])
    }

    @Test("Ports of a group stand behind its port-channel, and an interface goes back to its defaults")
    func portChannel() throws {
        var simulation = try switchOne()
        let made = simulation.after(["en", "conf t", "int range g0/1 - 2", "channel-group 1 mode desirable"])
        #expect(made.first == "Creating a port-channel interface Port-channel 1")
        #expect(
            simulation.after(["do show etherchannel summary"]).last
                == "1      Po1(SU)         PAgP      Gi0/1(P)    Gi0/2(D)  ")
        #expect(simulation.after(["do show vlan brief | include default  "]).first?.hasSuffix("Fa0/1, Po1") == true)
        _ = simulation.after(["int po1", "switchport mode trunk"])
        #expect(simulation.after(["do show interfaces trunk"]).contains { $0.hasPrefix("Po1         on") })
        #expect(
            simulation.after(["default interface g0/1"]) == [
                "Interface GigabitEthernet0/1 set to default configuration"
            ])
        #expect(!simulation.after(["do show run int g0/1"]).contains(" channel-group 1 mode desirable"))
    }

    @Test(
        "What a list or a pool is given is kept as gear keeps it",
        arguments: [
            ("access-list 1 permit 10.0.0.9", "do show run | include access-list", "access-list 1 permit 10.0.0.9"),
            ("ip access-list standard A; permit host 10.0.0.9", "do show run | include permit", " permit 10.0.0.9"),
            ("ip access-list extended E; permit foo", "do show run | include permit", ""),
            (
                "ip dhcp pool P; network 10.0.0.0 /22", "do show run | include network",
                " network 10.0.0.0 255.255.252.0"
            ),
            (
                "ip dhcp pool P; dns-server 8.8.8.8 8.8.4.4", "do show run | include dns",
                " dns-server 8.8.8.8 8.8.4.4"
            ),
            ("line con 0; password x; service password-encryption", "do show run | include word x", ""),
        ])
    func kept(lines: String, asked: String, shown: String) throws {
        var simulation = try switchOne()
        for line in ["en", "conf t"] + lines.split(separator: ";").map(String.init) {
            _ = simulation.run(line, on: "A")
        }
        #expect((simulation.after([asked]).first ?? "") == shown)
    }

    @Test("A port of a router is no switch port, and only a subinterface has a tag")
    func routerPorts() throws {
        var simulation = try router()
        let refused = "% Invalid input detected at '^' marker."
        for line in ["switchport mode access", "no switchport", "encapsulation dot1q 10"] {
            #expect(simulation.after(["conf t", "int g0/0", line]).last == refused, "\(line)")
            _ = simulation.after(["end"])
        }
        #expect(simulation.after(["conf t", "int range g0/0 - 1", "switchport"]).last == refused)
        _ = simulation.after(["shutdown", "end"])
        // What is there already is entered as what it is.
        _ = simulation.after(["conf t", "int g0/1.10", "encapsulation dot1q 10", "exit", "int g0/1.10"])
        #expect(simulation.prompt(of: "A") == "R1(config-subif)#")
    }

    @Test("A port counts the addresses it is bound to, and comes back from a violation when it is shut and opened")
    func portSecurity() throws {
        var simulation = try ShellFixture.simulation(
            "ios",
            state: "{hostname: SW1, if.FastEthernet0/1.switch: true, if.FastEthernet0/1.up: true, "
                + "if.FastEthernet0/1.violated: true, if.FastEthernet0/1.portsecurity: true}")
        let status = "do show port-security interface f0/1 | include Status|Total|Count"
        #expect(
            simulation.after(["en", "conf t", "int f0/1", "switchport mode access", status]) == [
                "Port Status                : Secure-shutdown", "Total MAC Addresses        : 0",
                "Security Violation Count   : 1",
            ])
        _ = simulation.after(["shutdown", "no shutdown", "switchport port-security mac-address 0011.2233.4455"])
        #expect(
            simulation.after([status]) == [
                "Port Status                : Secure-up", "Total MAC Addresses        : 1",
                "Security Violation Count   : 0",
            ])
        #expect(
            simulation.after(["switchport port-security mac-address 0011.2233.4466"]).first
                == "%Error: Cannot add secure address 0011.2233.4466")
        #expect(
            simulation.after(["do show port-security"])[3]
                == "      Fa0/1              1            1                  0         Shutdown")
    }

    @Test("A port tells what it negotiates while it is down, and takes no speed that it has not")
    func speeds() throws {
        var simulation = try switchOne()
        let duplex = "do show interfaces f0/1 | include duplex"
        #expect(simulation.after(["en", "conf t", "int f0/1", "speed auto", duplex]) == ["  Full-duplex, 100Mb/s"])
        #expect(simulation.after(["shutdown", duplex]) == ["  Auto-duplex, Auto-speed"])
        #expect(simulation.after(["speed 1000"]) == ["% Invalid input detected at '^' marker."])
        #expect(simulation.after(["do show interfaces status"]).count == 4)
        #expect(simulation.after(["int vlan 1", "do show interfaces status"]).count == 4)
    }

    @Test("Ports of a group that is removed belong to none, and a voice VLAN is made and lists its port")
    func removed() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", "int range g0/1 - 2", "channel-group 3 mode active", "no int po3"])
        #expect(simulation.after(["do show run | include channel"]) == [])
        #expect(
            simulation.after(["int f0/1", "switchport voice vlan 150"]) == [
                "% Voice VLAN does not exist. Creating vlan 150"
            ])
        #expect(simulation.after(["do show vlan id 150"]).last?.hasSuffix("active    Fa0/1") == true)
    }
}
