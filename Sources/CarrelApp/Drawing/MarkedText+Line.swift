import CarrelCore
import CarrelStorage
import CarrelTerminal

extension MarkedText {
    /// In one line without its Markdown marks, what matched in the style of matches.
    func line(base: Style) -> StyledLine {
        // Marks travel through the text as characters of their own, so that they stay where they are in what is left.
        var characters: [Character] = []
        var open: ArraySlice<Range<Int>> = marks[...]
        for (index, character) in text.enumerated() {
            if open.first?.upperBound == index {
                characters.append(Self.closing)
                open.removeFirst()
            }
            if open.first?.lowerBound == index { characters.append(Self.opening) }
            characters.append(character)
        }
        var line = StyledLine("")
        var style = base
        for character in PlainStem.line(String(characters)) {
            switch character {
            case Self.opening: style = Style(.match)
            case Self.closing: style = base
            default: line.append(String(character), style: style)
            }
        }
        return line
    }

    private static let opening: Character = "\u{F8F0}"
    private static let closing: Character = "\u{F8F1}"
}
