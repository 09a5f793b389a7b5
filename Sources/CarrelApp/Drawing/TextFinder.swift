import CarrelCore
import CarrelTerminal

/// Finds words in lines as they stand on screen, also where a line is broken between them.
///
/// Case and accents make no difference, and any white space is as good as one space.
enum TextFinder {
    /// Cells of one line that belong to a match.
    struct Piece: Equatable, Sendable {
        var line: Int
        var x: Int
        var columns: Int
    }

    /// One place where the words stand: a piece a line, in order.
    typealias Match = [Piece]

    private struct Letter {
        var folded: Character
        var piece: Piece
    }

    /// Every place where `words` stand in `lines`, from the first on, none inside another.
    static func matches(of words: String, in lines: [StyledLine]) -> [Match] {
        let wanted = letters(of: [StyledLine(words)]).map(\.folded)
        guard let first = wanted.first else { return [] }
        let text = letters(of: lines)
        var found: [Match] = []
        var start = 0
        while start + wanted.count <= text.count {
            guard text[start].folded == first,
                zip(wanted, text[start...]).allSatisfy({ $0 == $1.folded })
            else {
                start += 1
                continue
            }
            found.append(joined(text[start..<start + wanted.count].map(\.piece)))
            start += wanted.count
        }
        return found
    }

    /// The letters of all lines one after the other, a single space between words wherever they are parted.
    private static func letters(of lines: [StyledLine]) -> [Letter] {
        var letters: [Letter] = []
        for (number, line) in lines.enumerated() {
            var x = 0
            var isParted = true
            for character in line.text {
                let columns = Columns.width(of: String(character))
                let piece = Piece(line: number, x: x, columns: columns)
                x += columns
                if character.isWhitespace {
                    isParted = true
                    continue
                }
                if isParted, let last = letters.last {
                    // A gap between lines has no cell of its own.
                    let gap = Piece(line: number, x: piece.x - 1, columns: last.piece.line == number ? 1 : 0)
                    letters.append(Letter(folded: " ", piece: gap))
                }
                isParted = false
                letters += LetterFolding.fold(character).map { Letter(folded: $0, piece: piece) }
            }
        }
        return letters
    }

    private static func joined(_ pieces: [Piece]) -> Match {
        pieces.reduce(into: Match()) { match, piece in
            guard piece.columns > 0 else { return }
            if let last = match.last, last.line == piece.line {
                match[match.count - 1].columns = max(last.columns, piece.x + piece.columns - last.x)
            } else {
                match.append(piece)
            }
        }
    }
}
