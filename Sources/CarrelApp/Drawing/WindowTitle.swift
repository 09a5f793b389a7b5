import CarrelTerminal

/// What the terminal's window is called: the program, and where in it one is.
enum WindowTitle {
    private static let program = "Carrel"

    /// `Carrel · Networking ▸ TCP/IP`.
    ///
    /// - Parameter place: As `Canvas.place`; empty where nothing says where it is.
    static func words(for place: [String], glyphs: Glyphs) -> String {
        let rest = place.first == program ? place.dropFirst() : place[...]
        guard !rest.isEmpty else { return program }
        return "\(program) \(glyphs.separator) " + rest.joined(separator: " \(glyphs.crumb) ")
    }
}
