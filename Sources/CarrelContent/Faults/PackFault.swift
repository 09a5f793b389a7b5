/// Something wrong in a pack file: where it stands, what was found and what is allowed.
public struct PackFault: Error, Codable, Equatable, Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Codable, CaseIterable, Sendable {
        /// The pack is refused.
        case error
        /// The pack is loaded; its author should look.
        case warning
    }

    public var severity: Severity
    /// The path as it was given or found.
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int
    /// The way to the value, e.g. `questions[3].options[1].why`, indices from 0; empty for the file as a whole.
    public var key: String
    public var message: String

    public init(severity: Severity, file: String, position: TextPosition = .start, key: String = "", message: String) {
        self.severity = severity
        self.file = file
        self.line = position.line
        self.column = position.column
        self.key = key
        self.message = message
    }

    public var position: TextPosition { TextPosition(line: line, column: column) }

    /// `file:line:column: error: key: message`, the form editors jump by.
    public var description: String {
        "\(file):\(line):\(column): \(severity.rawValue): \(key.isEmpty ? "" : key + ": ")\(message)"
    }
}

extension PackFault: Comparable {
    /// By file, then place; at one place errors before warnings.
    public static func < (left: PackFault, right: PackFault) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.position != right.position { return left.position < right.position }
        if left.severity != right.severity { return left.severity == .error }
        return (left.key, left.message) < (right.key, right.message)
    }
}
