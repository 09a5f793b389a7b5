import CarrelTerminal

/// What the terminal's window is called: the program, and where in it one is.
enum WindowTitle {
    private static let program = "Carrel"

    /// `Carrel · Networking ▸ TCP/IP`.
    ///
    /// - Parameter place: As `Canvas.place`; empty where nothing says where it is.
    static func words(for place: [String], glyphs: Glyphs) -> String {
        guard !place.isEmpty, place != [program] else { return program }
        return "\(program) \(glyphs.separator) " + place.joined(separator: " \(glyphs.crumb) ")
    }
}
