/// How wide the columns of a table become.
struct TableFit {
    private let gap: Int
    /// Columns that the widest cell takes on one line.
    private var natural: [Int] = []
    /// Columns that the longest word takes: narrower than that a cell is not read with pleasure.
    private var least: [Int] = []

    init(gap: Int) { self.gap = gap }

    mutating func take(_ cell: [Span], column: Int) {
        while natural.count <= column {
            natural.append(0)
            least.append(0)
        }
        let text = StyledLine(spans: cell).text
        natural[column] = max(natural[column], Columns.width(of: text))
        for word in text.split(separator: " ") where word.utf8.count > least[column] {
            least[column] = max(least[column], Self.width(ofUnbroken: word))
        }
    }

    /// A word of ideographs is broken anywhere.
    private static func width(ofUnbroken word: Substring) -> Int {
        let width = Columns.width(of: String(word))
        return width > word.count ? min(width, 4) : width
    }

    /// The width of each column in a table at most `columns` wide; nil when words would have to be cut.
    func widths(within columns: Int) -> [Int]? {
        let room = columns - gap * max(0, natural.count - 1)
        if natural.reduce(0, +) <= room { return natural }
        var spare = room - least.reduce(0, +)
        guard spare >= 0 else { return nil }
        var widths = least
        var wanting = natural.indices.filter { natural[$0] > least[$0] }
        // What is left over is shared out, and what one column does not need goes to the others.
        while spare > 0, !wanting.isEmpty {
            let share = max(1, spare / wanting.count)
            for column in wanting where spare > 0 {
                let more = min(share, natural[column] - widths[column], spare)
                widths[column] += more
                spare -= more
            }
            wanting.removeAll { widths[$0] >= natural[$0] }
        }
        return widths
    }
}
