/// How a shell finds the ids that may stand at a place: by asking Carrel.
enum CompletedIDs {
    /// Shell commands that print ids, one a line; nil where there are none to ask for.
    static func commands(for value: CommandTable.Value) -> [String]? {
        switch value {
        case .topic: ["channels", "certifications", "paths"].map { list($0, "") }
        case .question: [list("bookmarks", "--limit all")]
        case .session: [list("sessions", "")]
        case .text, .number, .file, .directory, .choice: nil
        }
    }

    private static func list(_ what: String, _ options: String) -> String {
        ["carrel list", what, "--ids", options, "2>/dev/null"].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
