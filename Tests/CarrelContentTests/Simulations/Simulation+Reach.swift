@testable import CarrelCore

extension Simulation {
    /// Patterns of which no line is understood as the command that has it: words come first, so a capture may stand
    /// behind them in vain. Asked by tests of shells.
    func unreachedPatterns() -> [String] {
        var unreached: [String] = []
        for (place, command) in program.commands.enumerated() {
            let modes = command.modes.isEmpty ? program.modes.map(\.id) : command.modes
            for pattern in command.patterns {
                let sample = Self.sample(pattern.elements)
                let isReached = modes.contains { mode in
                    guard let tree = program.trees[mode] else { return false }
                    let words = sample.enumerated().map { LineWord(text: $1, column: $0) }
                    let walk = CommandWalk(tree: tree, syntax: program.syntax, options: program.options) { _ in true }
                    guard let threads = try? walk.follow(words, line: sample.joined(separator: " ")) else {
                        return false
                    }
                    return threads.contains { tree.nodes[$0.node].ends.contains(place) }
                }
                if !isReached { unreached.append(sample.joined(separator: " ")) }
            }
        }
        return unreached
    }

    /// Words that a pattern takes: the first of every choice, something of its type for every capture.
    private static func sample(_ elements: [Pattern.Element]) -> [String] {
        elements.flatMap { element -> [String] in
            switch element {
            case .word(let word): [word]
            case .rest: ["rest"]
            case .optional: []
            case .choice(let choices): sample(choices.first ?? [])
            case .capture(_, let type, _): [sample(ofType: type)]
            }
        }
    }

    private static func sample(ofType type: String) -> String {
        if let first = type.split(separator: "|").first, type.contains("|") { return String(first) }
        if let low = type.split(separator: "-").first, Int(low) != nil { return String(low) }
        return [
            "interface": "GigabitEthernet0/1", "interfaces": "GigabitEthernet0/1-2", "vlan": "10", "ip": "10.0.0.1",
            "expandedstandard": "1300", "expandedextended": "2000", "mask": "255.255.255.0", "wildcard": "0.0.0.255",
            "prefix": "10.0.0.0/8",
            "mac": "0011.2233.4455", "slash": "/24", "deployref": "deployment/web",
            "podref": "pod/web", "svcref": "service/web",
            "svctype": "clusterip", "bucketuri": "s3://bucket", "podkind": "pods",
            "deploykind": "deploy", "svckind": "svc", "otherkind": "cm", "anykind": "pod",
            "cmkind": "cm", "rskind": "rs", "nskind": "ns", "nodekind": "nodes", "noderef": "node/node-1",
            "epkind": "ep", "slicekind": "endpointslices", "sakind": "sa", "eventkind": "events",
            "secretkind": "secrets", "exposedkind": "pod", "deleteverb": "delete", "absentkind": "jobs",
            "absentclusterkind": "pv",
            "unmodelledkind": "roles",
        ][type] ?? "word"
    }
}
