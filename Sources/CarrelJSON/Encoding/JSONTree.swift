/// The values that were encoded so far, and what belongs to what.
///
/// Values come in the order in which types encode themselves, containers even by turns, so the text is put together
/// from the tree at the end. Scalars are kept as the text they become, keys as they are; both in one buffer.
final class JSONTree {
    struct Node {
        enum Kind: UInt8 { case empty, scalar, array, object }

        var kind = Kind.empty
        /// The array or object it belongs to; its own index at the root.
        var parent: UInt32
        /// The key of a member.
        var key: Range<UInt32> = 0..<0
        /// The text of a scalar.
        var text: Range<UInt32> = 0..<0
        // Its elements or members as a chain, in the order they were added; 0 stands for none.
        var first: UInt32 = 0
        var last: UInt32 = 0
        var next: UInt32 = 0
        var count: UInt32 = 0
        /// Its place in an array.
        var place: UInt32 = 0
    }

    static let root = 0

    // A quarter of the time would go into checking that no two accesses overlap. Each is made by a method of this
    // class that calls nothing outside it meanwhile.
    @exclusivity(unchecked) private(set) var nodes = [Node(parent: 0)]
    @exclusivity(unchecked) private(set) var buffer: [UInt8] = []

    init() {
        nodes.reserveCapacity(32)
        buffer.reserveCapacity(512)
    }

    /// Makes `node` an array or an object; more than once when a class and its superclass share a container.
    func open(_ node: Int, as kind: Node.Kind) {
        precondition(
            nodes[node].kind == .empty || nodes[node].kind == kind,
            "a value encodes itself once, as one of an array, an object or a single value")
        nodes[node].kind = kind
    }

    /// A new value that `parent` gets when it is linked.
    func add(to parent: Int) -> Int {
        nodes.append(Node(parent: UInt32(parent), place: nodes[parent].count))
        return nodes.count - 1
    }

    /// The same under a key.
    func add(to parent: Int, key: String) -> Int {
        let start = UInt32(buffer.count)
        var key = key
        key.withUTF8 { buffer.append(contentsOf: $0) }
        nodes.append(Node(parent: UInt32(parent), key: start..<UInt32(buffer.count), place: nodes[parent].count))
        return nodes.count - 1
    }

    /// Makes `node` the last of its parent's. Values are linked after they have encoded themselves, so that one that
    /// failed to leaves nothing behind.
    func link(_ node: Int) {
        let parent = Int(nodes[node].parent), last = Int(nodes[parent].last)
        if last == 0 { nodes[parent].first = UInt32(node) } else { nodes[last].next = UInt32(node) }
        nodes[parent].last = UInt32(node)
        nodes[parent].count += 1
    }

    /// Makes `node` a scalar of the text that `write` appends.
    @inline(__always)
    func set(_ node: Int, _ write: (inout [UInt8]) -> Void) {
        precondition(nodes[node].kind == .empty, "a value encodes itself once")
        let start = UInt32(buffer.count)
        write(&buffer)
        nodes[node].kind = .scalar
        nodes[node].text = start..<UInt32(buffer.count)
    }

    /// The keys and places that lead to `node`. Worked out from the bottom, since only errors ask.
    func path(to node: Int) -> [any CodingKey] {
        var path: [any CodingKey] = [], node = node
        while node != Self.root {
            let parent = Int(nodes[node].parent)
            path.append(
                nodes[parent].kind == .array
                    ? JSONKey(intValue: Int(nodes[node].place)) : JSONKey(stringValue: key(of: node)))
            node = parent
        }
        return path.reversed()
    }

    private func key(of node: Int) -> String {
        let key = nodes[node].key
        return String(decoding: buffer[Int(key.lowerBound)..<Int(key.upperBound)], as: UTF8.self)
    }
}
