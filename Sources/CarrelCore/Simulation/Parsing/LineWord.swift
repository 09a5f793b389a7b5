/// A word of a line, and the column it begins at, from 0.
struct LineWord: Equatable, Sendable {
    var text: String
    var column: Int
    /// Where a part of it was in quotes: then it is no option, no pattern of file names and no operator.
    var isQuoted = false
}

extension LineWord {
    /// The words between white space.
    static func words(of line: String) -> [LineWord] {
        var words: [LineWord] = [], current = "", start = 0
        for (column, character) in line.enumerated() {
            if character == " " || character == "\t" {
                if !current.isEmpty { words.append(LineWord(text: current, column: start)) }
                current = ""
            } else {
                if current.isEmpty { start = column }
                current.append(character)
            }
        }
        if !current.isEmpty { words.append(LineWord(text: current, column: start)) }
        return words
    }
}
