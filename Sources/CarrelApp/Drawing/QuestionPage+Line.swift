import CarrelTerminal

// Which parts of the answer pad a line of a page shows, and where a click on it falls.

extension QuestionPage {
    /// Columns of a line, from 0, that belong to a part of the answer pad.
    struct Spot: Equatable, Sendable {
        var part: Int
        var columns: Range<Int>
    }
}

extension QuestionPage.Line {
    /// Where it begins: text at the third column, what a pointer can stand before at the second.
    var x: Int { option == nil && !isOutdented ? 2 : 1 }

    /// What stands under the pointer, in words: all lines of the part whose first line is `lines[index]`.
    static func heard(_ lines: [Self], at index: Int, glyphs: Glyphs) -> String {
        let option = lines[index].option
        let own = option == nil ? lines[index...index] : lines[index...].prefix { $0.option == option }
        return glyphs.heard(own.map { String($0.text.text[...].trimmed) }.joined(separator: " "))
    }

    func shows(_ part: Int?) -> Bool {
        guard let part else { return false }
        return option == part || spots.contains { $0.part == part }
    }

    /// What clicks on it mean: a line that belongs to one part does so in all of its `columns`.
    func targets(columns: Int) -> [QuestionPage.Spot] {
        guard let option else { return spots }
        return [QuestionPage.Spot(part: option, columns: 0..<max(0, columns))] + spots
    }
}
