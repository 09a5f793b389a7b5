/// A place in a text file: line and column from 1, the column in characters (Unicode scalars).
public struct TextPosition: Codable, Comparable, Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static let start = TextPosition(line: 1, column: 1)

    public static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A YAML value and where it stands: what a schema is read from, before anything is believed about it.
public struct YAMLNode: Equatable, Sendable {
    /// How a scalar was written: only a plain one can mean anything but text.
    public enum Style: Equatable, Sendable { case plain, quoted, block }

    /// One `key: value` of a mapping.
    public struct Entry: Equatable, Sendable {
        public var key: String
        /// Where the key stands.
        public var position: TextPosition
        public var value: YAMLNode
    }

    public enum Content: Equatable, Sendable {
        case scalar(String, Style)
        case sequence([YAMLNode])
        /// In the file's order, keys unique.
        case mapping([Entry])
        /// Refused while reading (an alias); its fault is already reported.
        case refused
    }

    public var content: Content
    public var position: TextPosition

    public init(_ content: Content, at position: TextPosition) {
        self.content = content
        self.position = position
    }

    /// The entries of a mapping, none for anything else.
    public var entries: [Entry] {
        if case .mapping(let entries) = content { return entries }
        return []
    }

    /// The elements of a sequence, none for anything else.
    public var elements: [YAMLNode] {
        if case .sequence(let elements) = content { return elements }
        return []
    }

    /// The value under `key`; O(number of keys).
    public subscript(key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }

    /// What the value is, in an author's words: `a list`, `"text"`.
    var described: String {
        switch content {
        case .scalar("", .plain): "nothing"
        case .scalar(let text, _): text.quotedExcerpt
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .refused: "an alias"
        }
    }
}

extension String {
    /// The text in double quotes on one line, shortened to 40 characters, for use in a message.
    var quotedExcerpt: String {
        let line = String(prefix(41).map { $0.isNewline ? " " : $0 })
        return line.count > 40 ? "\"\(line.prefix(39))…\"" : "\"\(line)\""
    }
}
