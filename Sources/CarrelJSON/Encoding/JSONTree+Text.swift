extension JSONTree {
    /// The text of the root, in UTF-8.
    ///
    /// - Throws: `EncodingError` when arrays and objects are nested deeper than `JSONText.maximumDepth`.
    func text(_ layout: JSONText.Layout) throws -> [UInt8] {
        do throws(JSONTooDeep) {
            return try nodes.withUnsafeBufferPointer { (nodes) throws(JSONTooDeep) in
                try buffer.withUnsafeBufferPointer { (buffer) throws(JSONTooDeep) in
                    var printer = JSONPrinter(nodes: nodes, buffer: buffer, layout: layout)
                    try printer.write(Self.root, depth: 0)
                    return printer.text
                }
            }
        } catch {
            throw EncodingError.invalidValue(
                (),
                EncodingError.Context(
                    codingPath: path(to: error.node),
                    debugDescription: "arrays and objects are nested deeper than \(JSONText.maximumDepth)"))
        }
    }
}

/// The array or object that lies too deep.
private struct JSONTooDeep: Error {
    var node: Int
}

private struct JSONPrinter {
    let nodes: UnsafeBufferPointer<JSONTree.Node>
    let buffer: UnsafeBufferPointer<UInt8>
    let layout: JSONText.Layout
    private(set) var text: [UInt8] = []
    /// The members of the objects that are being written, each object's in the order of their keys behind its
    /// parent's.
    private var members: [UInt32] = []

    init(nodes: UnsafeBufferPointer<JSONTree.Node>, buffer: UnsafeBufferPointer<UInt8>, layout: JSONText.Layout) {
        self.nodes = nodes
        self.buffer = buffer
        self.layout = layout
        // Beside what is in the buffer each value has a comma, and a member a colon and quotation marks.
        text.reserveCapacity(buffer.count + 4 * nodes.count)
    }

    mutating func write(_ index: Int, depth: Int) throws(JSONTooDeep) {
        let node = nodes[index]
        switch node.kind {
        case .scalar: text.append(contentsOf: bytes(node.text))
        case .array: try writeArray(index, depth: depth + 1)
        case .object: try writeObject(index, depth: depth + 1)
        case .empty: text.append(ascii: "{}")
        }
    }

    private mutating func writeArray(_ index: Int, depth: Int) throws(JSONTooDeep) {
        if depth > JSONText.maximumDepth { throw JSONTooDeep(node: index) }
        text.append(UInt8(ascii: "["))
        var element = Int(nodes[index].first), isFirst = true
        while element != 0 {
            startLine(isFirst: isFirst, depth: depth)
            try write(element, depth: depth)
            element = Int(nodes[element].next)
            isFirst = false
        }
        end(UInt8(ascii: "]"), isEmpty: isFirst, depth: depth)
    }

    private mutating func writeObject(_ index: Int, depth: Int) throws(JSONTooDeep) {
        if depth > JSONText.maximumDepth { throw JSONTooDeep(node: index) }
        text.append(UInt8(ascii: "{"))
        let start = members.count
        sortMembers(of: index)
        var isFirst = true
        for place in start..<members.count {
            let member = nodes[Int(members[place])]
            // Of members with the same key only the last counts.
            if place + 1 < members.count, order(members[place], members[place + 1]) == 0 { continue }
            startLine(isFirst: isFirst, depth: depth)
            text.append(quoted: bytes(member.key))
            text.append(UInt8(ascii: ":"))
            if layout == .indented { text.append(UInt8(ascii: " ")) }
            try write(Int(members[place]), depth: depth)
            isFirst = false
        }
        members.removeSubrange(start...)
        end(UInt8(ascii: "}"), isEmpty: isFirst, depth: depth)
    }

    /// Lists the object's members by the bytes of their keys; equal keys in the order they were encoded.
    private mutating func sortMembers(of object: Int) {
        let start = members.count
        var member = nodes[object].first, isSorted = true
        while member != 0 {
            if isSorted, members.count > start, order(members[members.count - 1], member) > 0 { isSorted = false }
            members.append(member)
            member = nodes[Int(member)].next
        }
        if isSorted { return }
        // A later member has a higher index. The members of one object only: `self` is not to be used meanwhile.
        let nodes = nodes, buffer = buffer
        members.withUnsafeMutableBufferPointer {
            var own = UnsafeMutableBufferPointer(rebasing: $0[start...])
            own.sort {
                let order = Self.order($0, $1, nodes, buffer)
                return order == 0 ? $0 < $1 : order < 0
            }
        }
    }

    private func order(_ left: UInt32, _ right: UInt32) -> Int { Self.order(left, right, nodes, buffer) }

    private static func order(
        _ left: UInt32, _ right: UInt32, _ nodes: UnsafeBufferPointer<JSONTree.Node>,
        _ buffer: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let left = nodes[Int(left)].key, right = nodes[Int(right)].key
        return UnsafeBufferPointer(rebasing: buffer[Int(left.lowerBound)..<Int(left.upperBound)])
            .order(against: UnsafeBufferPointer(rebasing: buffer[Int(right.lowerBound)..<Int(right.upperBound)]))
    }

    private mutating func startLine(isFirst: Bool, depth: Int) {
        if !isFirst { text.append(UInt8(ascii: ",")) }
        if layout == .indented { breakLine(depth: depth) }
    }

    private mutating func end(_ bracket: UInt8, isEmpty: Bool, depth: Int) {
        if layout == .indented, !isEmpty { breakLine(depth: depth - 1) }
        text.append(bracket)
    }

    private mutating func breakLine(depth: Int) {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private func bytes(_ range: Range<UInt32>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: buffer[Int(range.lowerBound)..<Int(range.upperBound)])
    }
}
