/// How a shell finds the ids that may stand at a place: by asking Carrel, which makes no file when it is only asked.
/// Tags, of which there are hundreds, are offered from their first letter on.
enum CompletedIDs {
    /// The options that decide whose ids they are: what is being typed already holds for the question as well.
    static let deciding = ["--db", "--profile", "--data"]

    /// The arguments with which Carrel prints the ids, one a line; nil where there are none to ask for.
    static func arguments(for value: CommandTable.Value) -> String? {
        switch value {
        case .topic: "list topics --ids"
        case .certification: "list certifications --ids"
        case .question: "list questions --ids --limit all"
        case .session: "list sessions --ids --limit all"
        case .text, .number, .file, .directory, .choice: nil
        }
    }
}

extension CommandTable {
    /// All but the program without a command.
    var named: [Command] { commands.filter { !$0.name.isEmpty } }

    /// The names of the options that are followed by a value, sorted.
    var valued: [String] {
        Set((common + commands.flatMap(\.options)).filter { $0.value != nil }.map(\.name)).sorted()
    }
}
