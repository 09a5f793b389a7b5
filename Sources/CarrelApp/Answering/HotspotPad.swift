import CarrelCore
import CarrelTerminal

/// Choosing regions of an exhibit: one, or as many as are correct.
struct HotspotPad: AnswerPadKind {
    /// In reading order, which labels follow.
    let regions: [Region]
    /// Where each of them is in its line, in columns of the screen.
    let spans: [Range<Int>]
    /// How many are asked for.
    let asked: Int
    private(set) var chosen: Set<String>
    private(set) var pointer = 0
    /// Columns of the exhibit that are out of sight on the left.
    private(set) var shift = 0
    /// Columns of its longest line.
    private let width: Int
    /// Columns of it that are in sight; nil before it is shown anywhere.
    private(set) var columns: Int?

    init(_ question: Question, order: [String], selection: AnswerGiven.Selection) {
        if case .hotspot(let all) = question.payload {
            regions = order.compactMap { id in all.first { $0.id == id } }
            asked = max(1, all.count(where: \.isCorrect))
        } else {
            regions = []
            asked = 1
        }
        let lines = question.exhibitLines
        width = lines.map { Columns.width(of: $0) }.max() ?? 0
        spans = regions.map { $0.columns(in: lines) }
        chosen = Set(selection.ids).intersection(regions.map(\.id))
    }

    /// There is more of the exhibit than is in sight.
    var isCut: Bool { columns.map { $0 < width } ?? false }
    var isSingle: Bool { asked == 1 }
    var selection: AnswerGiven.Selection { chosen.isEmpty ? .none : .chosen(chosen) }
    var amount: PadAmount { PadAmount(given: chosen.count, asked: asked) }
    var request: String { isSingle ? "choose one" : "choose \(asked)" }
    var pointed: String? { regions.indices.contains(pointer) ? regions[pointer].id : nil }

    mutating func perform(_ action: PadAction) -> PadOutcome {
        switch action {
        case .up: return move(to: nearest { $0.line < $1.line })
        case .down: return move(to: nearest { $0.line > $1.line })
        case .left: return move(to: nearest { $0.centre < $1.centre })
        case .right: return move(to: nearest { $0.centre > $1.centre })
        case .sideways(let step):
            let room = columns ?? width
            let wanted = min(max(0, width - room), max(0, shift + step * max(4, room / 2)))
            guard wanted != shift else { return .nothing }
            shift = wanted
            return .moved
        case .onward: return move(to: regions.isEmpty ? nil : (pointer + 1) % regions.count)
        case .choose: return choose()
        case .label(let character):
            guard let index = OptionLabels.index(for: character, count: regions.count) else { return .nothing }
            _ = move(to: index)
            return choose()
        case .point(let part):
            guard regions.indices.contains(part) else { return .nothing }
            _ = move(to: part)
            return choose()
        case .exclude, .unpair, .putBack, .strike: return .nothing
        }
    }

    private mutating func move(to index: Int?) -> PadOutcome {
        guard let index else { return .nothing }
        pointer = index
        reveal()
        return .moved
    }

    /// The nearest region on that side: the fewest lines away, then the fewest columns.
    private func nearest(_ isThere: (Region, Region) -> Bool) -> Int? {
        guard regions.indices.contains(pointer) else { return nil }
        let here = regions[pointer]
        func distance(_ index: Int) -> (Int, Int) {
            (abs(regions[index].line - here.line), abs(regions[index].centre - here.centre))
        }
        return regions.indices.filter { isThere(regions[$0], here) }.min { distance($0) < distance($1) }
    }

    /// So many columns of the exhibit are in sight from now on.
    mutating func fit(columns: Int) {
        let columns = max(1, columns)
        self.columns = columns
        shift = min(shift, max(0, width - columns))
        reveal()
    }

    /// Scrolls sideways as little as brings the region under the pointer in sight, its start at least.
    private mutating func reveal() {
        guard let columns, spans.indices.contains(pointer) else { return }
        let span = spans[pointer]
        if span.upperBound - shift > columns { shift = span.upperBound - columns }
        if span.lowerBound < shift { shift = span.lowerBound }
    }

    private mutating func choose() -> PadOutcome {
        guard let region = pointed else { return .nothing }
        if isSingle {
            chosen = chosen == [region] ? [] : [region]
        } else if chosen.remove(region) == nil {
            chosen.insert(region)
        }
        return .changed
    }
}

extension Region {
    /// Twice the column of its middle.
    fileprivate var centre: Int { from + to }

    /// Its columns on a screen, from 0, where characters of its line are wide or have none.
    fileprivate func columns(in lines: [String]) -> Range<Int> {
        guard lines.indices.contains(line - 1) else { return 0..<1 }
        let before = String(lines[line - 1].prefix(from - 1))
        let own = String(lines[line - 1].dropFirst(from - 1).prefix(to - from + 1))
        let start = Columns.width(of: before)
        return start..<start + max(1, Columns.width(of: own))
    }
}

extension Question {
    /// The exhibit line by line, without the empty ones at its end.
    var exhibitLines: [String] {
        guard var exhibit else { return [] }
        while exhibit.hasSuffix("\n") { exhibit.removeLast() }
        return exhibit.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
