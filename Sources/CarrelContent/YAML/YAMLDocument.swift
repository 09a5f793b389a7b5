/// Reads one YAML document into a tree of positioned nodes.
///
/// Anchors and aliases are refused entirely, so nothing can expand to more than its file holds; so are tags, a second
/// document, a key given twice and nesting deeper than 32. Everything of that kind is reported and reading goes on;
/// only broken syntax and exceeded limits end it.
struct YAMLDocument {
    /// Lists and mappings inside each other, at most.
    static let deepestNesting = 32
    /// Values in a file, at most: far more than 16 MiB of real text hold.
    static let mostNodes = 1_000_000

    /// The document; nil when it is empty or could not be read to its end.
    let root: YAMLNode?

    init(parsing bytes: [UInt8], faults: FaultCollector) {
        do throws(YAMLRefusal) {
            let source = try YAMLSource(bytes)
            // libyaml keeps the pointer until it is done: the buffer outlives every call inside.
            root = try source.bytes.withUnsafeBufferPointer { bytes throws(YAMLRefusal) in
                var events = try YAMLEvents(reading: bytes)
                defer { events.close() }
                var builder = YAMLTreeBuilder(faults: faults)
                return try builder.document(from: &events)
            }
        } catch {
            faults.error(error.message, at: error.position)
            root = nil
        }
    }
}

/// Builds the tree from events, counting what could exhaust memory or the stack.
private struct YAMLTreeBuilder {
    let faults: FaultCollector
    private var depth = 0
    private var nodes = 0

    init(faults: FaultCollector) { self.faults = faults }

    mutating func document(from events: inout YAMLEvents) throws(YAMLRefusal) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let (event, position) = try events.next()
            switch event {
            case .other: continue
            case .end: return root
            default:
                guard root == nil else {
                    throw YAMLRefusal("a second document; a file holds one", at: position)
                }
                root = try node(event, at: position, from: &events)
            }
        }
    }

    private mutating func node(
        _ event: YAMLEvents.Event, at position: TextPosition, from events: inout YAMLEvents
    ) throws(YAMLRefusal) -> YAMLNode {
        nodes += 1
        guard nodes <= YAMLDocument.mostNodes else {
            throw YAMLRefusal("more than \(YAMLDocument.mostNodes) values in one file", at: position)
        }
        switch event {
        case .scalar(let text, let style):
            // Only an escape can bring one in: the source itself has none.
            if style == .quoted, let control = text.firstControl {
                faults.error("the escaped control character \(control.name) is not allowed", at: position)
            }
            return YAMLNode(.scalar(text, style), at: position)
        case .sequenceStart:
            return YAMLNode(.sequence(try elements(at: position, from: &events)), at: position)
        case .mappingStart:
            return YAMLNode(.mapping(try entries(at: position, from: &events)), at: position)
        case .alias(let name):
            faults.error("the alias *\(name) is not allowed; write the value out", at: position)
            return YAMLNode(.refused, at: position)
        case .decorated(let decoration, let inner):
            faults.error(decoration, at: position)
            return try node(inner, at: position, from: &events)
        case .containerEnd, .other, .end:
            throw YAMLRefusal("a value was expected", at: position)
        }
    }

    private mutating func elements(
        at position: TextPosition, from events: inout YAMLEvents
    ) throws(YAMLRefusal) -> [YAMLNode] {
        try descend(at: position)
        defer { depth -= 1 }
        var elements: [YAMLNode] = []
        while true {
            let (event, position) = try events.next()
            if case .containerEnd = event { return elements }
            elements.append(try node(event, at: position, from: &events))
        }
    }

    private mutating func entries(
        at position: TextPosition, from events: inout YAMLEvents
    ) throws(YAMLRefusal) -> [YAMLNode.Entry] {
        try descend(at: position)
        defer { depth -= 1 }
        var entries: [YAMLNode.Entry] = [], first: [String: TextPosition] = [:]
        while true {
            let (event, position) = try events.next()
            if case .containerEnd = event { return entries }
            let key = try node(event, at: position, from: &events)
            let (next, place) = try events.next()
            let value = try node(next, at: place, from: &events)
            guard case .scalar(let name, _) = key.content else {
                faults.error("a key must be text, not \(key.described)", at: position)
                continue
            }
            if let earlier = first.updateValue(position, forKey: name) {
                faults.error(
                    "the key \(name.quotedExcerpt) is given twice, first on line \(earlier.line)", at: position)
                continue
            }
            entries.append(YAMLNode.Entry(key: name, position: position, value: value))
        }
    }

    private mutating func descend(at position: TextPosition) throws(YAMLRefusal) {
        depth += 1
        guard depth <= YAMLDocument.deepestNesting else {
            throw YAMLRefusal("nested deeper than \(YAMLDocument.deepestNesting) levels", at: position)
        }
    }
}
