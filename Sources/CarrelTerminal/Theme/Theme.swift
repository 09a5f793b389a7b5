/// What each role of text looks like.
public struct Theme: Equatable, Sendable {
    /// Colours and emphasis of one role.
    public struct Look: Hashable, Sendable {
        public var foreground: Colour
        public var background: Colour
        public var traits: Traits

        public init(_ foreground: Colour = .standard, on background: Colour = .standard, _ traits: Traits = []) {
            self.foreground = foreground
            self.background = background
            self.traits = traits
        }
    }

    public var name: String
    /// What is under everything that has no background of its own.
    public var background: Colour
    private var looks: [Look]

    /// A theme from a function that knows the look of every role.
    public init(name: String, background: Colour = .standard, look: (Role) -> Look) {
        self.name = name
        self.background = background
        looks = Role.allCases.map(look)
    }

    public subscript(role: Role) -> Look {
        get { looks[Int(role.rawValue)] }
        set { looks[Int(role.rawValue)] = newValue }
    }
}

extension Theme {
    /// The terminal's own sixteen colours on its own background, so that it fits dark and light ones alike.
    ///
    /// Muted text is dim instead of bright black, which several popular palettes draw as the background.
    public static let terminal = Theme(name: "terminal") { role in
        switch role {
        case .text: Look()
        case .muted, .border: Look(.standard, .dim)
        case .title: Look(.standard, .bold)
        case .heading: Look(.ansi(5), .bold)
        case .key: Look(.standard, .bold)
        case .selection: Look(.standard, .reverse)
        case .right: Look(.ansi(2))
        case .wrong: Look(.ansi(1))
        case .partly: Look(.ansi(3))
        case .flag: Look(.ansi(3), .bold)
        case .bookmark: Look(.ansi(5))
        case .code: Look(.ansi(6))
        case .link: Look(.ansi(4), .underline)
        case .field: Look(.standard, .underline)
        case .match: Look(.ansi(0), on: .ansi(3))
        case .alert: Look(.ansi(1), .bold)
        case .progress: Look(.ansi(2))
        case .codeKeyword: Look(.ansi(5))
        case .codeString: Look(.ansi(2))
        case .codeComment: Look(.standard, .dim)
        case .codeNumber: Look(.ansi(3))
        case .codeName: Look(.ansi(4))
        }
    }

    /// No colour at all: bold, underline, reverse and dim only.
    public static let monochrome = Theme(name: "monochrome") { role in
        switch role {
        case .text, .right, .partly, .bookmark, .progress, .codeString, .codeNumber, .codeName: Look()
        case .muted, .border, .codeComment: Look(.standard, .dim)
        case .title, .heading, .key, .wrong, .flag, .code, .codeKeyword: Look(.standard, .bold)
        case .selection, .alert: Look(.standard, .reverse)
        // Told from the selection, in which it may stand.
        case .match: Look(.standard, [.bold, .underline])
        case .link, .field: Look(.standard, .underline)
        }
    }
}

extension Theme {
    /// The same without the look of the selection: what is selected is told by its marker, and a move sends two cells
    /// instead of two rows.
    public var withoutHighlights: Theme {
        var theme = self
        theme[.selection] = theme[.text]
        return theme
    }

    var isWithoutHighlights: Bool { self[.selection] == self[.text] }
}

extension Theme.Look {
    init(_ foreground: Colour, _ traits: Traits) { self.init(foreground, on: .standard, traits) }
}
