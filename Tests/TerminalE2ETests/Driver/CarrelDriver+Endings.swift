import Glibc

// How Carrel is ended, and what it leaves behind in the terminal.

extension CarrelDriver {
    /// Sends a signal to the program.
    func receives(_ signal: Int32) throws {
        try window.waitsForInput()
        guard let program = try window.program() else { throw Shell.Failure(description: "no program runs") }
        try program.receives(signal)
    }

    /// `kill -9`, and closes the terminal it leaves behind.
    func isKilled() throws {
        try window.waitsForInput()
        guard let program = try window.program() else { throw Shell.Failure(description: "no program runs") }
        try program.receives(SIGKILL)
        try Waiting.until("the program to be gone") { program.isGone }
        try window.closesSession()
    }

    @discardableResult
    func resizes(columns: Int, rows: Int) throws -> CarrelDriver {
        try window.resizes(columns: columns, rows: rows)
        return self
    }

    /// Pastes text in one piece, as a terminal does.
    @discardableResult
    func pastes(_ text: String) throws -> CarrelDriver {
        try window.pastes(text)
        return self
    }
}
