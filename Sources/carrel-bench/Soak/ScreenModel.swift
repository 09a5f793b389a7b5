import CarrelCore

/// What a terminal would show of a program's output: as much of an xterm as the program uses, in one colour.
struct ScreenModel {
    let columns: Int
    let rows: Int
    private var cells: [[Character]]
    private var x = 0
    private var y = 0
    /// The last column was written: the next character goes to the next line.
    private var isWrapping = false
    private var last: Character = " "
    /// Bytes of a control sequence, or of a character of UTF-8, that is not yet whole.
    private var pending: [UInt8] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var lines: [String] { cells.map { String($0) } }

    func contains(_ words: String) -> Bool { lines.contains { $0.holds(words) } }

    mutating func take(_ bytes: [UInt8]) {
        var rest = (pending + bytes)[...]
        pending = []
        while let first = rest.first {
            let length = first == 0x1B ? Self.sequenceLength(rest) : Self.characterLength(first)
            guard let length, length <= rest.count else {
                pending = Array(rest)
                return
            }
            let token = rest.prefix(length)
            rest = rest.dropFirst(length)
            if first == 0x1B { obey(Array(token)) } else { write(token) }
        }
    }

    // MARK: Characters

    private static func characterLength(_ first: UInt8) -> Int {
        first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) {
        switch bytes.first {
        case 0x0D: move(to: 0, y)
        case 0x0A: lineFeed()
        case 0x08: move(to: max(0, x - 1), y)
        case let byte? where byte >= 0x20: put(Character(String(decoding: bytes, as: UTF8.self)))
        default: break
        }
    }

    private mutating func put(_ character: Character) {
        if isWrapping {
            x = 0
            lineFeed()
        }
        cells[y][x] = character
        last = character
        isWrapping = x == columns - 1
        if !isWrapping { x += 1 }
    }

    private mutating func lineFeed() {
        isWrapping = false
        if y < rows - 1 {
            y += 1
        } else {
            cells.removeFirst()
            cells.append(Array(repeating: " ", count: columns))
        }
    }

    private mutating func move(to column: Int, _ row: Int) {
        x = min(max(0, column), columns - 1)
        y = min(max(0, row), rows - 1)
        isWrapping = false
    }

    // MARK: Sequences

    /// Nil where it has not come whole.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["):
            return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
        case UInt8(ascii: "]"), UInt8(ascii: "P"):
            for place in bytes.indices.dropFirst(2) {
                if bytes[place] == 7 { return place + 1 }
                if bytes[place] == UInt8(ascii: "\\"), bytes[place - 1] == 0x1B { return place + 1 }
            }
            return nil
        case UInt8(ascii: "("), UInt8(ascii: ")"): return 3
        default: return 2
        }
    }

    private mutating func obey(_ sequence: [UInt8]) {
        guard sequence[1] == UInt8(ascii: "["), let final = sequence.last, sequence.count > 2 else { return }
        let inner = sequence[2..<(sequence.count - 1)]
        // Modes and questions, which show nothing.
        guard inner.allSatisfy({ $0 < 0x3C }) else { return }
        let numbers = inner.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            digits.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        let first = numbers.first ?? 0
        let count = max(1, first)
        switch Character(Unicode.Scalar(final)) {
        case "H", "f": move(to: max(1, numbers.dropFirst().first ?? 1) - 1, count - 1)
        case "A": move(to: x, y - count)
        case "B": move(to: x, y + count)
        case "C": move(to: x + count, y)
        case "D": move(to: x - count, y)
        case "E": move(to: 0, y + count)
        case "F": move(to: 0, y - count)
        case "G": move(to: count - 1, y)
        case "d": move(to: x, count - 1)
        case "J": erase(first == 2 ? 0..<rows * columns : first == 1 ? 0..<here + 1 : here..<rows * columns)
        case "K":
            let line = y * columns
            erase(first == 2 ? line..<line + columns : first == 1 ? line..<here + 1 : here..<line + columns)
        case "X": erase(here..<min(here + count, (y + 1) * columns))
        case "b": for _ in 0..<count { put(last) }
        case "@": for _ in 0..<min(count, columns - x) { shift(inserting: true) }
        case "P": for _ in 0..<min(count, columns - x) { shift(inserting: false) }
        case "L": for _ in 0..<min(count, rows - y) { shiftLines(inserting: true) }
        case "M": for _ in 0..<min(count, rows - y) { shiftLines(inserting: false) }
        default: break
        }
    }

    private var here: Int { y * columns + x }

    private mutating func erase(_ places: Range<Int>) {
        for place in places { cells[place / columns][place % columns] = " " }
    }

    private mutating func shift(inserting: Bool) {
        if inserting {
            cells[y].insert(" ", at: x)
            cells[y].removeLast()
        } else {
            cells[y].remove(at: x)
            cells[y].append(" ")
        }
    }

    private mutating func shiftLines(inserting: Bool) {
        let blank = [Character](repeating: " ", count: columns)
        if inserting {
            cells.removeLast()
            cells.insert(blank, at: y)
        } else {
            cells.remove(at: y)
            cells.append(blank)
        }
    }
}
