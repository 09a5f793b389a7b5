import CarrelTerminal

extension Double {
    /// Per cent as they are shown: rounded down as a scaled score is, so that nothing looks passed that is not; what
    /// lacks a whole number only by the rounding of fractions is that number.
    var wholePercent: Int { Int(self + 1e-6) }
}

/// A part of a whole, as a bar and a number show it.
struct Share: Equatable, Sendable {
    var part: Int
    var whole: Int

    /// Any part is 1 at least, and only the whole is 100.
    var percent: Int {
        guard whole > 0, part > 0 else { return 0 }
        return max(1, part * 100 / whole)
    }

    var fraction: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    /// `████░░░░░░ 40 %`; without columns for a bar, the number alone.
    func words(barColumns: Int, glyphs: Glyphs) -> String {
        guard barColumns > 0 else { return "\(percent) %" }
        return glyphs.bar(fraction, columns: barColumns) + " \(percent) %"
    }

    /// The bar's columns on a screen of `columns`: none where words need the room.
    static func barColumns(of columns: Int) -> Int { columns < 60 ? 0 : 10 }
}
