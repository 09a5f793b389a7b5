import CarrelCore
import CarrelStorage

/// One of the program's commands.
protocol CommandLineCommand {
    init(_ invocation: Invocation, _ places: Places)

    /// - Returns: The exit status.
    func run() throws -> Int32
}

/// Where the process starts once its arguments are known.
public enum CommandLineEntry {
    public static let version = "0.1.0"
    /// The day of that version, for the manual page.
    static let versionDay = "2026-11-21"

    /// Carries out what the command line asks for.
    ///
    /// - Parameter arguments: With the program's own name first.
    /// - Returns: The exit status, as `CommandTable.exitStatuses` says.
    public static func run(_ arguments: [String]) -> Int32 {
        do {
            return try run(try Invocation(parsing: Array(arguments.dropFirst())))
        } catch let error as UsageError {
            Console.complain(error.description)
            return 2
        } catch let error as StoreError {
            Console.complain(error.description)
            return error.exitStatus
        } catch {
            Console.complain("\(error)")
            return 1
        }
    }

    private static func run(_ invocation: Invocation) throws -> Int32 {
        if invocation.has("--help") {
            let command = invocation.command.isEmpty ? nil : CommandTable.carrel.command(invocation.command)
            Console.say(command.map { HelpText().text(of: $0) } ?? HelpText().program)
            return 0
        }
        if invocation.has("--version") {
            Console.say("carrel \(version)")
            return 0
        }
        if let profile = invocation.options["--profile"] { try Places.check(profile: profile) }
        let places = Places(
            invocation, environment: Places.processEnvironment(), executable: Places.executable())
        if let wanted = invocation.options["--data"], places.builtInPacks == nil {
            throw UsageError(
                "--data \(wanted): no such directory; name the one that holds channels/ and certifications/")
        }
        return try command(invocation.command).init(invocation, places).run()
    }

    /// The command of that name.
    static func command(_ name: String) -> any CommandLineCommand.Type {
        switch name {
        case "list": ListCommand.self
        case "show": ShowCommand.self
        case "search": SearchCommand.self
        case "report": ReportCommand.self
        case "stats": StatsCommand.self
        case "errata": ErrataCommand.self
        case "merge": MergeCommand.self
        case "backup": BackupCommand.self
        case "restore": RestoreCommand.self
        case "export": ExportCommand.self
        case "tidy": TidyCommand.self
        case "lint": LintCommand.self
        case "load": LoadCommand.self
        case "doctor": DoctorCommand.self
        case "themes": ThemesCommand.self
        case "config": ConfigCommand.self
        case "completions": CompletionsCommand.self
        case "manual": ManualCommand.self
        default: DeskCommand.self
        }
    }
}
