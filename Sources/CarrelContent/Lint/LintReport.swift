import CarrelJSON

/// What the linter found.
///
/// As JSON: `{"errors": n, "warnings": n, "filesChecked": n, "questionsChecked": n, "faults": [{"severity":
/// "error"|"warning", "file": path, "line": n, "column": n, "key": path to the value, "message": text}]}`, the faults
/// by file and place.
public struct LintReport: Equatable, Sendable {
    public var faults: [PackFault]
    public var filesChecked: Int
    /// Questions that could be read.
    public var questionsChecked: Int

    public init(faults: [PackFault], filesChecked: Int, questionsChecked: Int) {
        self.faults = faults
        self.filesChecked = filesChecked
        self.questionsChecked = questionsChecked
    }

    public var errors: Int { faults.count { $0.severity == .error } }
    public var warnings: Int { faults.count { $0.severity == .warning } }

    /// One line a fault, as compilers print them, and a line that sums up.
    public func text() -> String {
        let sum =
            "\(errors.counted("error")), \(warnings.counted("warning")) in \(filesChecked.counted("file")), "
            + questionsChecked.counted("question")
        return (faults.map(\.description) + [sum]).joined(separator: "\n")
    }

    /// - Throws: `EncodingError`, which no report causes.
    public func json() throws -> String { try JSONText.encode(self, layout: .indented) }
}

extension LintReport: Encodable {
    private enum Keys: String, CodingKey { case errors, warnings, filesChecked, questionsChecked, faults }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(errors, forKey: .errors)
        try container.encode(warnings, forKey: .warnings)
        try container.encode(filesChecked, forKey: .filesChecked)
        try container.encode(questionsChecked, forKey: .questionsChecked)
        try container.encode(faults, forKey: .faults)
    }
}

extension Int {
    fileprivate func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
