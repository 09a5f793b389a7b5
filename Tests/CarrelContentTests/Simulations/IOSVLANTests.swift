import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Lists of VLANs, spanning trees and what trunks let through")
struct IOSVLANTests {
    private func switchOne() throws -> Simulation { try IOSFixture.switchOne() }
    private static let trunk = [
        "en", "conf t", "int g0/1", "switchport mode trunk", "switchport trunk allowed vlan 20,30",
    ]

    @Test(
        "A list of VLANs that is none changes nothing",
        arguments: [
            (
                "switchport trunk allowed vlan 10-5",
                ["Command rejected: Bad VLAN list - end of range not larger than the", " start of range!"]
            ),
            ("switchport trunk allowed vlan 10-", ["Command rejected: Bad VLAN list"]),
            ("switchport trunk allowed vlan 10,,11", ["Command rejected: Bad VLAN list"]),
            (
                "switchport trunk allowed vlan add x",
                ["Command rejected: Bad VLAN list - character #1 is a non-numeric", "character ('x')."]
            ),
            (
                "switchport trunk allowed vlan remove 5000",
                [
                    "Command rejected: Bad VLAN list - character #5 (EOL) delimits a VLAN number",
                    " which is out of the range 1..4094.",
                ]
            ),
            (
                "switchport trunk allowed vlan except 9-9",
                ["Command rejected: Bad VLAN list - end of range not larger than the", " start of range!"]
            ),
            ("vlan 10-", ["Command rejected: Bad VLAN list"]), ("no vlan 4-", ["Command rejected: Bad VLAN list"]),
        ])
    func badLists(line: String, said: [String]) throws {
        var simulation = try switchOne()
        _ = simulation.after(Self.trunk)
        let before = simulation.after(["do show run"])
        #expect(simulation.after([line]) == said)
        #expect(simulation.after(["do show run"]) == before)
    }

    @Test(
        "A trunk's list is kept in order, added to and taken from",
        arguments: [
            ("switchport trunk allowed vlan 30,10,11,12", "10-12,30"),
            ("switchport trunk allowed vlan add 21", "20,21,30"),
            ("switchport trunk allowed vlan add 10,21-22", "10,20-22,30"),
            ("switchport trunk allowed vlan remove 30-40", "20"),
            ("switchport trunk allowed vlan remove 1-100", "none"),
            ("switchport trunk allowed vlan except 1-9,30", "10-29,31-4094"),
            ("switchport trunk allowed vlan 1-4094", nil), ("switchport trunk allowed vlan all", nil),
        ])
    func allowed(line: String, kept: String?) throws {
        var simulation = try switchOne()
        _ = simulation.after(Self.trunk + [line])
        let shown = simulation.after(["do show run | include allowed"])
        #expect(shown == (kept.map { [" switchport trunk allowed vlan \($0)"] } ?? []))
    }

    @Test("The VLANs that every switch has are entered, and neither made, named nor deleted")
    func reserved() throws {
        var simulation = try switchOne()
        let rows = [
            "1    default                          active    Fa0/1, Gi0/1, Gi0/2",
            "1002 fddi-default                     act/unsup", "1003 token-ring-default               act/unsup",
            "1004 fddinet-default                  act/unsup", "1005 trnet-default                    act/unsup",
        ]
        #expect(Array(simulation.after(["en", "conf t", "vlan 1002", "do show vlan brief"]).dropFirst(3)) == rows)
        #expect(simulation.prompt(of: "A") == "SW1(config-vlan)#")
        #expect(simulation.after(["name X"]) == ["%Default VLAN 1002 may not have its name changed."])
        #expect(simulation.after(["no vlan 1003"]) == ["%Default VLAN 1003 may not be deleted."])
        #expect(simulation.after(["do show vlan id 1004"]).last == rows[3])
        let made = simulation.after(["vlan 1001-1006", "do show vlan brief"]).dropFirst(4)
        #expect(
            Array(made) == ["1001 VLAN1001                         active    "] + rows.dropFirst() + [
                "1006 VLAN1006                         active    "
            ])
    }

    @Test("A spanning tree tells the switch's own part in it: its priority, its ports and what they cost")
    func spanningTree() throws {
        var simulation = try switchOne()
        let shown = simulation.after([
            "en", "conf t", "spanning-tree mode rapid-pvst", "vlan 10,20", "spanning-tree vlan 10 root primary",
            "int f0/1", "switchport mode access", "switchport access vlan 10", "spanning-tree portfast", "int g0/1",
            "switchport mode trunk", "do show spanning-tree vlan 10",
        ])
        #expect(
            shown == [
                "", "VLAN0010", "  Spanning tree enabled protocol rstp", "  Root ID    Priority    24586",
                "             Address     aabb.cc00.0100", "             This bridge is the root",
                "             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec", "",
                "  Bridge ID  Priority    24586  (priority 24576 sys-id-ext 10)",
                "             Address     aabb.cc00.0100",
                "             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec",
                "             Aging Time  300 sec", "",
                "Interface           Role Sts Cost      Prio.Nbr Type",
                "------------------- ---- --- --------- -------- --------------------------------",
                "Fa0/1               Desg FWD 19        128.1    P2p Edge",
                "Gi0/1               Desg FWD 4         128.25   P2p", "",
            ])
        #expect(simulation.after(["do show spanning-tree"]).filter { $0.hasPrefix("VLAN") }.count == 3)
        // Without a port that is up there is no instance.
        _ = simulation.after(["switchport trunk allowed vlan 1"])
        #expect(
            simulation.after(["do show spanning-tree vlan 20"]) == [
                "Spanning tree instance(s) for vlan 20 does not exist."
            ])
        _ = simulation.after(["int range f0/1, g0/1", "shutdown"])
        #expect(simulation.after(["do show spanning-tree"]) == ["No spanning tree instance exists."])
    }

    @Test("A priority is given to a list of VLANs at once")
    func priorities() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", "spanning-tree vlan 10,20-21 priority 4096"])
        #expect(simulation.after(["do show run | include spanning-tree vlan"]).count == 3)
        #expect(
            simulation.after(["no spanning-tree vlan 20-21 priority", "do show run | include spanning-tree vlan"]) == [
                "spanning-tree vlan 10 priority 4096"
            ])
    }
}
