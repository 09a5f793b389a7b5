import CarrelCore
import Testing

@testable import CarrelContent

@Suite("What a switch lists behind a question mark")
struct IOSHelpTests {
    private func switchOne() throws -> Simulation { try IOSFixture.switchOne() }

    @Test("Every word that ? lists in any mode has a text")
    func everyText() throws {
        for lines in [[], ["en"], ["en", "conf t"], ["en", "conf t", "int g0/1"], ["en", "conf t", "vlan 10"]] {
            var simulation = try switchOne()
            _ = simulation.after(lines)
            let listed = simulation.help("", on: "A")
            #expect(!listed.isEmpty)
            for line in listed where line.hasPrefix("  ") {
                #expect(line.split(separator: " ").count > 1, "\(lines): \(line)")
            }
        }
    }

    @Test(
        "A question mark lists what may stand next, Tab completes what is certain",
        arguments: [
            ("sh", ["show"], "show "), ("show ip r", ["route"], "show ip route "),
            ("show s", ["spanning-tree   startup-config"], "show s"),
            ("foo", ["% Unrecognized command"], "foo"),
        ] as [(String, [String], String)])
    func help(line: String, listed: [String], completed: String) throws {
        var simulation = try switchOne()
        _ = simulation.after(["enable"])
        #expect(simulation.help(line, on: "A") == listed)
        #expect(simulation.complete(line, on: "A").line == completed)
    }

    @Test(
        "A word has the text of its place",
        arguments: [
            ("", "default", "Set a command to its defaults"),
            ("router ospf 1", "passive-interface default", "Suppress routing updates on all interfaces"),
            ("", "default interface", "Select an interface to configure"),
            ("", "ip ftp", "Not part of this simulation"), ("", "service dhcp", "Not part of this simulation"),
            ("", "ip nat inside source list 1 pool", "Name pool of global addresses"),
            ("", "username ada password", "Specify the password for the user"),
            ("", "spanning-tree vlan 1 priority", "Set the bridge priority for the spanning tree"),
            ("int g0/1", "switchport priority", "Set appliance 802.1p priority"),
            ("int g0/1", "ip ospf priority", "Router priority"),
            ("int g0/1", "description", "Interface specific description"),
            ("ip dhcp pool P", "domain-name", "Domain name"), ("ip dhcp pool P", "network", "Network number and mask"),
            ("line con 0", "privilege", "Change privilege level for line"),
            ("end", "show vlan summary", "VLAN summary information"), ("end", "show memory", "Memory statistics"),
            ("end", "show line", "TTY line information"), ("end", "write memory", "Write to NV memory"),
            ("end", "show interfaces g0/1 description", "Show interface description"),
            ("end", "show interfaces g0/1 switchport", "Show interface switchport information"),
            ("end", "show mac-address-table static", "Static entry type"),
            ("end", "clear line", "Not part of this simulation"),
        ])
    func placedTexts(mode: String, words: String, text: String) throws {
        var simulation = try switchOne()
        _ = simulation.after(["en", "conf t", mode])
        let line = words.split(separator: " ").map(String.init)
        let head = line.dropLast().map { $0 + " " }.joined()
        let listed = simulation.help(head, on: "A").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        let row = listed.first { $0.first == line.last }
        #expect(row?.last?.drop { $0 == " " } == text[...], "\(row ?? [])")
    }

    @Test("The help behind a space says what each word is, and where a line may end")
    func helpTexts() throws {
        var simulation = try switchOne()
        _ = simulation.after(["enable", "conf t"])
        #expect(simulation.help("vlan ", on: "A") == ["  WORD  ISL VLAN IDs 1-4094"])
        #expect(simulation.help("interface fa", on: "A") == ["FastEthernet"])
        let interfaces = simulation.help("interface ", on: "A").compactMap { $0.split(separator: " ").first }
        for name in ["FastEthernet", "GigabitEthernet", "Loopback", "Vlan"] {
            #expect(interfaces.contains { $0.lowercased() == name.lowercased() }, "\(name) in \(interfaces)")
        }
        _ = simulation.after(["int g0/1"])
        let lines = simulation.help("switchport ", on: "A")
        #expect(lines.contains("  trunk          Set trunking characteristics of the interface"), "\(lines)")
        #expect(lines.last == "  <cr>")
    }

    @Test("What do runs in another mode is asked and completed there")
    func elsewhere() throws {
        var simulation = try switchOne()
        _ = simulation.after(["en"])
        let shown = simulation.help("show vlan ", on: "A")
        #expect(shown.contains { $0.hasPrefix("  brief") })
        _ = simulation.after(["conf t", "int g0/1"])
        #expect(simulation.help("do show vlan ", on: "A") == shown)
        _ = simulation.after(["exit"])
        #expect(simulation.help("do show vlan ", on: "A") == shown)
        #expect(simulation.help("do sho", on: "A") == ["show"])
        #expect(simulation.complete("do sh", on: "A").line == "do show ")
        #expect(simulation.complete("do show vl", on: "A").line == "do show vlan ")
    }
}
