import Testing

@testable import CarrelApp

@Suite("Which type carries a command out")
struct CommandTypesTests {
    private let types: [String: any CommandLineCommand.Type] = [
        "backup": BackupCommand.self, "completions": CompletionsCommand.self, "config": ConfigCommand.self,
        "doctor": DoctorCommand.self, "errata": ErrataCommand.self, "export": ExportCommand.self,
        "lint": LintCommand.self, "list": ListCommand.self, "load": LoadCommand.self, "manual": ManualCommand.self,
        "merge": MergeCommand.self, "report": ReportCommand.self, "restore": RestoreCommand.self,
        "search": SearchCommand.self, "show": ShowCommand.self, "stats": StatsCommand.self,
        "themes": ThemesCommand.self, "tidy": TidyCommand.self,
    ]

    @Test("Every command of the table has its own, but those that open the desk")
    func own() {
        for command in CommandTable.carrel.commands {
            let type = CommandLineEntry.command(command.name)
            #expect(
                ObjectIdentifier(type) == ObjectIdentifier(types[command.name] ?? DeskCommand.self), "\(command.name)")
        }
        #expect(Set(types.keys).isSubset(of: CommandTable.carrel.commands.map(\.name)))
    }

    @Test(
        "What a command prints as JSON stands in its help",
        arguments: [
            ("config", ConfigCommand.shape), ("doctor", DoctorCommand.shape), ("lint", LintCommand.shape),
            ("search", SearchCommand.shape), ("show", ShowCommand.shape),
        ])
    func shapes(name: String, shape: String) throws {
        func words(_ text: String) -> String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
        let help = HelpText().text(of: try #require(CommandTable.carrel.command(name)))
        #expect(words(help).contains(words(shape)))
    }
}
