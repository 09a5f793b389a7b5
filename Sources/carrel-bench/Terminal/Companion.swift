/// A program for the terminal, with enough in it to be studied beside others.
struct Companion {
    var name: String
    var arguments: [String]
    /// All of it.
    var environment: [String: String]
    /// What stands last in its first frame.
    var lastWords: String
    /// Goes from the first frame to a list that is longer than the screen, its first row selected.
    var openList: (PseudoTerminal) throws -> Void = { _ in }

    /// Runs it on a terminal of its own.
    func start() throws -> PseudoTerminal {
        try PseudoTerminal(running: arguments, environment: environment, columns: 80, rows: 24)
    }
}

extension Companion {
    /// The program under test, on Home; its list is the longest of questions.
    static func carrel(_ program: Program, _ shape: LibraryShape) -> Companion {
        Companion(
            name: "carrel", arguments: program.arguments(), environment: program.environment, lastWords: "quit"
        ) { terminal in
            try KeyMeasurement.openLongestList(on: terminal, shape, isHomeShown: true)
        }
    }
}
