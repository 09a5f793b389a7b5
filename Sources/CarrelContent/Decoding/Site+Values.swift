import CarrelCore

// What a value may be. Each reader gives nil and reports a fault when the value is something else.
extension Site {
    /// Text of any style, without white space at its end; not blank. `22` and `yes` are taken as they are written.
    func text(_ faults: FaultCollector) -> String? {
        guard let text = scalar(expecting: "text", faults)?.text.trimmedAtEnd else { return nil }
        guard !text.isBlank else {
            faults.error("is empty; text is expected", at: self)
            return nil
        }
        return text
    }

    /// Text that is kept to the letter and may be empty, but for the line ends of a block.
    func template(_ faults: FaultCollector) -> String? {
        guard let (text, style) = scalar(expecting: "text", faults) else { return nil }
        guard style == .block else { return text }
        guard let last = text.utf8.lastIndex(where: { $0 != 0x0A }) else { return "" }
        return String(text[..<text.utf8.index(after: last)])
    }

    /// An id: lower-case letters, digits and hyphens, at most 100 of them.
    func slug(_ faults: FaultCollector) -> String? {
        guard let text = text(faults) else { return nil }
        guard text.isSlug else {
            faults.error(
                "\(text.quotedExcerpt) is no id; ids are up to 100 of a–z, 0–9 and \"-\", the first no \"-\"", at: self)
            return nil
        }
        return text
    }

    func integer(in range: ClosedRange<Int>, _ faults: FaultCollector) -> Int? {
        let expected = "a whole number \(range.inWords)"
        guard case .scalar(let text, .plain) = node.content, let number = Int(text) else {
            refuse(expecting: expected, faults)
            return nil
        }
        guard range.contains(number) else {
            refuse(expecting: expected, faults)
            return nil
        }
        return number
    }

    func flag(_ faults: FaultCollector) -> Bool? {
        guard case .scalar(let text, .plain) = node.content, let flag = Bool(text) else {
            refuse(expecting: "true or false", faults)
            return nil
        }
        return flag
    }

    /// One of the names an enumeration has.
    func name<Name: RawRepresentable<String> & CaseIterable>(of allowed: Name.AllCases, _ faults: FaultCollector)
        -> Name?
    {
        guard let text = text(faults) else { return nil }
        if let name = allowed.first(where: { $0.rawValue == text }) { return name }
        let names = allowed.map(\.rawValue)
        let guess = NearestName.to(text, among: names).map { "did you mean \"\($0)\"? " } ?? ""
        faults.error("\(text.quotedExcerpt) is not allowed; \(guess)use \(names.joined(separator: ", "))", at: self)
        return nil
    }

    /// The elements of a list that `read` takes.
    func list<Element>(
        atLeast fewest: Int = 0, atMost most: Int = .max, _ faults: FaultCollector,
        _ read: (Site, FaultCollector) -> Element?
    ) -> [Element]? {
        guard case .sequence(let elements) = node.content else {
            refuse(expecting: "a list", faults)
            return nil
        }
        if elements.count < fewest {
            faults.error("has \(elements.count) of the at least \(fewest) entries it needs", at: self)
        } else if elements.count > most {
            faults.error("has \(elements.count) entries; at most \(most) are allowed", at: self)
        }
        return self.elements.compactMap { read($0, faults) }
    }

    /// The keys of a mapping that names its own keys, with the values that `read` takes.
    func dictionary<Value>(_ faults: FaultCollector, _ read: (Site, FaultCollector) -> Value?) -> [String: Value]? {
        guard case .mapping(let entries) = node.content else {
            refuse(expecting: "a mapping of keys to values", faults)
            return nil
        }
        var values: [String: Value] = [:]
        for entry in entries { values[entry.key] = read(value(of: entry), faults) }
        return values
    }

    /// Says that something else was expected here, unless the value was already refused.
    func refuse(expecting expected: String, _ faults: FaultCollector) {
        if case .refused = node.content { return }
        faults.error("\(expected) is expected, found \(node.described)", at: self)
    }

    private func scalar(expecting expected: String, _ faults: FaultCollector) -> (text: String, style: YAMLNode.Style)?
    {
        guard case .scalar(let text, let style) = node.content else {
            refuse(expecting: expected, faults)
            return nil
        }
        return (text, style)
    }
}

extension String {
    /// Without spaces, tabs and line ends after the last other character.
    var trimmedAtEnd: String {
        guard let last = utf8.lastIndex(where: { $0 > 0x20 }) else { return "" }
        let end = utf8.index(after: last)
        return end == endIndex ? self : String(self[..<end])
    }

    var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

    /// Whether the text is an id, as DATA_MODEL's rule for catalogue ids: `[a-z0-9][a-z0-9-]*`, at most 100 long.
    var isSlug: Bool {
        utf8.count <= 100 && utf8.first.map { $0 != 0x2D } ?? false
            && utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension ClosedRange<Int> {
    fileprivate var inWords: String {
        upperBound == .max ? "of at least \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
    }
}
