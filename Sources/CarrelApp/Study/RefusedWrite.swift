import CarrelTerminal

/// A write that failed, kept to be tried again.
struct RefusedWrite: Equatable, Sendable {
    var message: String
    /// Whether the same again may help.
    var isRetriable: Bool
    var command: Command
}

extension Surroundings {
    /// The same, which say that something is not saved, why, and what to do.
    ///
    /// - Parameter columns: Of the screen.
    func showing(_ refused: RefusedWrite?, columns: Int) -> Surroundings {
        guard let refused else { return self }
        var surroundings = self
        let advice = refused.isRetriable ? " \(glyphs.separator) Enter tries again" : ""
        let room = columns - 15 - Columns.width(of: advice)
        let reason = Columns.clip(refused.message, to: room, ellipsis: glyphs.ellipsis)
        // A word or less says nothing, and what to do must have room.
        surroundings.message = "! not saved" + (room < 8 ? "" : ": \(reason)") + advice
        surroundings.saved = .notSaved
        return surroundings
    }
}
