import CarrelCore
import CarrelTerminal

/// `carrel themes`: what themes there are, or what one of them looks like.
struct ThemesCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = "[{name, title, author, variant?, from, file?, isInUse, faults?: [text]}]"

    struct Output: Encodable {
        var name, title, author: String
        var variant: String?
        var from: String
        var file: String?
        var faults: [String]?
        var isInUse: Bool

        init(_ entry: ThemeEntry, inForce: String) {
            (name, title, author) = (entry.name, entry.title, entry.author)
            (variant, from) = (entry.variant?.rawValue, entry.origin.rawValue)
            (file, faults) = (entry.path, entry.fault?.lines)
            isInUse = entry.name == inForce
        }
    }

    /// - Returns: 1 where a file is faulty.
    func run() throws -> Int32 {
        let machine = MachineConfiguration(path: places.configuration, themes: places.themes)
        let entries = try wanted()
        let inForce = machine.settings[.theme]
        if invocation.has("--json") {
            try Console.json(entries.map { Output($0, inForce: inForce) })
        } else if let theme = entries.first?.theme, !invocation.operands.isEmpty {
            preview(entries[0], theme, machine.settings)
        } else {
            let sound = entries.filter { $0.theme != nil }
            if !sound.isEmpty {
                let table = Self.table(sound, inForce: inForce)
                Console.say(table.lines(columns: Console.columns).joined(separator: "\n"))
            }
            for fault in entries.flatMap({ $0.fault?.lines ?? [] }) { Console.complain(fault) }
        }
        return entries.contains { $0.theme == nil } ? 1 : 0
    }

    private func wanted() throws -> [ThemeEntry] {
        guard let name = invocation.operands.first else { return places.themes.entries() }
        guard let entry = places.themes.entry(named: name) else { throw UsageError(places.themes.missing(name)) }
        return [entry]
    }

    static func table(_ entries: [ThemeEntry], inForce: String) -> TextTable {
        TextTable(
            headings: [("NAME", .start), ("VARIANT", .start), ("FROM", .start), ("AUTHOR", .start)],
            rows: entries.map { entry in
                let mark = entry.name == inForce ? " (in use)" : ""
                return [entry.name + mark, entry.variant?.words ?? "", entry.origin.rawValue, entry.author]
            })
    }

    // MARK: Preview

    /// In colour on a terminal that has it; elsewhere each role with its colours in words.
    private func preview(_ entry: ThemeEntry, _ theme: Theme, _ settings: MachineSettings) {
        let author = entry.author.isEmpty ? "" : ", by \(entry.author)"
        Console.say("\(entry.name): \(entry.title)\(author), \(entry.variant?.words ?? "")")
        guard let columns = Console.columns else {
            Console.say(Self.words(theme).lines(columns: nil).joined(separator: "\n"))
            return
        }
        let depth = depth(settings)
        guard depth != .none else {
            Console.say(Self.words(theme).lines(columns: columns).joined(separator: "\n"))
            return
        }
        let isASCII = Terminal.Options(forceASCII: invocation.has("--ascii") || settings.forcesASCII).wantsASCII
        let drawing = SelectGraphicRendition(theme: theme, depth: depth)
        for line in ThemeSample.lines(glyphs: isASCII ? .ascii : .unicode) {
            var padded = StyledLine("  ")
            padded.spans += line.spans
            guard padded.width <= columns else {
                Console.say(line.text)
                continue
            }
            Console.put(drawing.drawn(padded, columns: min(columns, 60)) + "\n")
        }
    }

    /// The command line goes first, then the settings, then what the environment says of the terminal.
    private func depth(_ settings: MachineSettings) -> ColourDepth {
        if invocation.has("--no-color") || settings.colour == .off { return .none }
        var environment = Terminal.Options.processEnvironment()
        if settings.colour == .on { environment["NO_COLOR"] = nil }
        return ColourDepth(environment: environment)
    }

    /// Each role, its colours and their contrast.
    static func words(_ theme: Theme) -> TextTable {
        TextTable(
            headings: [("ROLE", .start), ("TEXT", .start), ("ON", .start), ("CONTRAST", .end), ("DRAWN", .start)],
            rows: Role.allCases.map { role in
                let look = theme.drawn(role)
                let contrast = theme.contrast(of: role).map { ratio in
                    let tenths = Int((ratio * 10).rounded(.down))
                    return "\(tenths / 10).\(tenths % 10):1"
                }
                return [
                    "\(role)", Self.words(look.foreground), Self.words(look.background), contrast ?? "",
                    Self.words(look.traits),
                ]
            })
    }

    private static func words(_ colour: Colour) -> String {
        switch colour {
        case .standard: "the terminal's"
        case .ansi(let index): "colour \(index)"
        case .rgb: colour.trueColour?.hex ?? ""
        }
    }

    private static func words(_ traits: Traits) -> String {
        let names: [(Traits, String)] = [
            (.bold, "bold"), (.italic, "italic"), (.underline, "underlined"), (.reverse, "reversed"), (.dim, "dim"),
        ]
        return names.filter { traits.contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
