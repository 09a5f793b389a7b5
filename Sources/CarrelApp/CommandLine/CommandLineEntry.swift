import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Where the process starts once its arguments are known.
public enum CommandLineEntry {
    public static let version = "0.1.0"

    /// Carries out what the command line asks for.
    ///
    /// - Parameter arguments: With the program's own name first.
    /// - Returns: The exit status: 0 done, 1 found or failed, 2 wrong use, 128 + n ended by signal n.
    public static func run(_ arguments: [String]) -> Int32 {
        do {
            let invocation = try Invocation(parsing: Array(arguments.dropFirst()))
            return try run(invocation)
        } catch let error as UsageError {
            Console.complain(error.description)
            return 2
        } catch {
            Console.complain("\(error)")
            return 1
        }
    }

    private static func run(_ invocation: Invocation) throws -> Int32 {
        if invocation.has("--help") {
            Console.say(CommandTable.carrel.help)
            return 0
        }
        if invocation.has("--version") {
            Console.say("carrel \(version)")
            return 0
        }
        let places = Places(
            invocation, environment: Places.processEnvironment(), executable: Places.executable())
        if let wanted = invocation.options["--data"], places.builtInPacks == nil {
            throw UsageError(
                "--data \(wanted): no such directory; name the one that holds channels/ and certifications/")
        }
        switch invocation.command {
        case "lint": return try LintCommand(invocation, places).run()
        case "load": return try LoadCommand(invocation, places).run()
        case "doctor": return try DoctorCommand(invocation, places).run()
        default: return try DeskCommand(invocation, places).run()
        }
    }

    /// Ends the work with the file. All is saved by then: what fails here is told, and changes no exit status.
    static func close(_ store: Store) {
        do {
            try store.close()
        } catch {
            Console.complain("\(error)")
        }
    }

    /// Opens the learner's file, and waits for a minute where another program holds it.
    ///
    /// - Throws: `StoreError`, or `UsageError` where no place for it is known.
    static func openStore(_ places: Places) throws -> Store {
        guard let location = places.database else {
            throw UsageError("no place for the learner's file: set HOME, or name a file with --db")
        }
        var random = SystemRandomNumberGenerator()
        do {
            return try Patience(say: Console.complain).run {
                try Store.open(location, clock: SystemClock.now, seed: random.next())
            }
        } catch let error as StoreError {
            throw error.isWrongPlace ? UsageError(error.description) : error
        }
    }
}

extension StoreError {
    /// The learner named a file that cannot be one: wrong use rather than trouble.
    fileprivate var isWrongPlace: Bool {
        switch self {
        case .notADatabase, .isDirectory, .inaccessible, .newerFile: true
        default: false
        }
    }
}
