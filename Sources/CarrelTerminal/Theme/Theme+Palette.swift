extension Theme {
    /// The theme that a base16 or base24 scheme makes: one look for each role, out of the scheme's own colours.
    ///
    /// What stands out is drawn in base24's brighter colours where the scheme has them. A scheme whose own background
    /// of a selection hardly tells one, or hides its text, has it reversed; one
    /// whose comments can hardly be read has what accompanies text in a colour between.
    public init(name: String, palette: Palette) {
        func look(_ slot: Palette.Slot, on background: Palette.Slot = .background, _ traits: Traits = []) -> Look {
            Look(Colour(palette[slot]), on: Colour(palette[background]), traits)
        }
        self.init(name: name, background: Colour(palette[.background])) { role in
            switch role {
            case .text: look(.text)
            case .muted, .border, .codeComment: look(palette.legibleMuted)
            case .title: look(.text, on: .background, .bold)
            case .heading: look(.brightBlue, on: .background, .bold)
            case .key: look(.brightCyan, on: .background, .bold)
            case .selection:
                palette.tellsSelection ? look(.text, on: .selection) : look(.background, on: .text)
            case .right, .codeString: look(.green)
            case .wrong: look(.red)
            case .partly: look(.yellow)
            case .flag: look(.orange, on: .background, .bold)
            case .bookmark: look(.brightMagenta)
            case .code: look(.cyan)
            case .link: look(.blue, on: .background, .underline)
            case .field: look(.text, on: .raised, .underline)
            case .match: look(.background, on: .brightYellow)
            case .alert: look(.brightRed, on: .background, .bold)
            case .progress: look(.brightGreen)
            case .codeKeyword: look(.magenta)
            case .codeNumber: look(.orange)
            case .codeName: look(.blue)
            }
        }
    }
}
