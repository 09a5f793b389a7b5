/// All patterns of a mode as one tree: what may stand behind the words so far, and the commands that end there.
struct CommandTree: Sendable {
    struct Keyword: Sendable {
        var word: String
        /// The capture that choosing this word fills.
        var name: String?
        var value: String
        /// A kind of resources, which may have a name behind it: `pod/web`.
        var isResource = false
        /// A resource's full name: tools look it up in any case.
        var isFolded = false
        var node: Int

        func isExactly(_ text: String) -> Bool { text == word || isFolded && text.lowercased() == word }
    }

    struct Capture: Sendable {
        var name: String
        var type: String
        var matcher: CaptureMatcher
        var node: Int
        /// What it takes is a further line of what was captured before.
        var isFurther = false
    }

    struct Node: Sendable {
        var keywords: [Keyword] = []
        var captures: [Capture] = []
        /// The name of a capture of all that is left, and where it ends.
        var rest: (name: String, node: Int)?
        /// Commands that end here, by their place; the first counts.
        var ends: [Int] = []
        /// Commands that go through here.
        var below: [Int] = []
    }

    private(set) var nodes = [Node()]
    /// Whether a pattern was left out because there was no more room.
    private(set) var isFull = false

    /// Places that the patterns of one mode may make together.
    static let mostNodes = 50_000

    mutating func insert(_ pattern: Pattern, command: Int, types: inout CaptureTypes) throws(SimulationFault) {
        guard nodes.count < Self.mostNodes else {
            isFull = true
            return
        }
        let ends = try insert(pattern.elements[...], at: [0], command, &types)
        for end in ends where !nodes[end].ends.contains(command) { nodes[end].ends.append(command) }
        mark(0, command)
    }

    private mutating func insert(
        _ elements: ArraySlice<Pattern.Element>, at starts: [Int], _ command: Int, _ types: inout CaptureTypes
    ) throws(SimulationFault) -> [Int] {
        var current = starts
        for element in elements {
            var next: [Int] = []
            for node in current {
                switch element {
                case .word(let word): next.append(keyword(word, name: nil, value: word, from: node, command))
                case .capture(let name, let type, let isRepeated):
                    let ends = try capture(name, type, from: node, command, &types)
                    if isRepeated { for end in ends { repeatCapture(name, type, from: node, at: end) } }
                    next += ends
                case .rest(let name):
                    let end = nodes[node].rest?.node ?? add()
                    if nodes[node].rest == nil { nodes[node].rest = (name, end) }
                    mark(end, command)
                    next.append(end)
                case .optional(let inner):
                    next.append(node)
                    next += try insert(inner[...], at: [node], command, &types)
                case .choice(let choices):
                    for choice in choices { next += try insert(choice[...], at: [node], command, &types) }
                }
            }
            current = Array(Set(next)).sorted()
        }
        return current
    }

    private mutating func capture(
        _ name: String, _ type: String, from node: Int, _ command: Int, _ types: inout CaptureTypes
    ) throws(SimulationFault) -> [Int] {
        let matcher = try types.matcher(of: type)
        if case .words(let words) = matcher.rule {
            // All of them lead to one place, so that the tree grows by the sum of choices and not by their product.
            let end = add()
            mark(end, command)
            for (word, value) in words.sorted(by: { $0.key < $1.key }) {
                nodes[node].keywords.append(
                    Keyword(
                        word: word, name: name, value: value, isResource: matcher.shortNames != nil,
                        isFolded: matcher.shortNames.map { !$0.contains(word) } ?? false, node: end))
            }
            return [end]
        }
        if let known = nodes[node].captures.first(where: { $0.name == name && $0.type == type }) {
            mark(known.node, command)
            return [known.node]
        }
        let end = add()
        nodes[node].captures.append(Capture(name: name, type: type, matcher: matcher, node: end))
        mark(end, command)
        return [end]
    }

    /// Behind one word that was captured, another one of the kind leads back to the same place.
    private mutating func repeatCapture(_ name: String, _ type: String, from node: Int, at end: Int) {
        guard var again = nodes[node].captures.first(where: { $0.name == name && $0.type == type }),
            !nodes[end].captures.contains(where: { $0.node == end })
        else { return }
        again.isFurther = true
        nodes[end].captures.append(again)
    }

    private mutating func keyword(_ word: String, name: String?, value: String, from node: Int, _ command: Int) -> Int {
        if let known = nodes[node].keywords.first(where: { $0.word == word && $0.name == name }) {
            mark(known.node, command)
            return known.node
        }
        let end = add()
        nodes[node].keywords.append(Keyword(word: word, name: name, value: value, node: end))
        mark(end, command)
        return end
    }

    private mutating func add() -> Int {
        nodes.append(Node())
        return nodes.count - 1
    }

    private mutating func mark(_ node: Int, _ command: Int) {
        if nodes[node].below.last != command { nodes[node].below.append(command) }
    }
}
