import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What of a list is shown: the filter in force, and the sheet it is changed on while that is open.
struct ListFilter: Equatable, Sendable {
    private(set) var filter = QuestionFilter()
    private var sheet: FilterSheet?

    /// What a key on the sheet came to.
    enum Outcome: Equatable, Sendable {
        case effects([Effect])
        /// The learner wants this shown; the sheet is closed.
        case chosen(QuestionFilter)
    }

    var isEmpty: Bool { filter.isEmpty }
    /// The sheet takes every key.
    var isOpen: Bool { sheet != nil }
    /// What the sheet's keys do; nil while it is closed.
    var offer: KeyOffer? { sheet.map { KeyTable.filter.offer(in: $0.facts) } }

    /// Opens the sheet over a list of `scope`.
    ///
    /// - Parameter filter: Where the one in force is not kept here.
    mutating func open(over scope: QuestionScope, filter: QuestionFilter? = nil) -> [Effect] {
        let sheet = FilterSheet(filter ?? self.filter, scope: scope)
        self.sheet = sheet
        return sheet.opened
    }

    mutating func press(_ key: Key) -> Outcome {
        switch sheet?.press(key) {
        case .apply(let filter):
            sheet = nil
            return .chosen(filter)
        case .leave:
            sheet = nil
            return .effects([.barrier])
        case .help: return .effects([.push(.help(KeyTable.filter.help(in: FilterFacts())))])
        case .stay, nil: return .effects([])
        }
    }

    mutating func paste(_ text: String) { sheet?.paste(text) }

    mutating func point(at item: Int) { sheet?.point(at: item) }

    /// Nil while no sheet is open.
    mutating func settle() -> [Effect]? { sheet?.settle() }

    mutating func take(_ reply: Reply) { sheet?.take(reply) }

    mutating func show(_ filter: QuestionFilter) { self.filter = filter }

    // MARK: Drawing

    /// Draws the sheet; false while none is open.
    func drawSheet(title: [String], on canvas: inout Canvas, in surroundings: Surroundings) -> Bool {
        guard let sheet else { return false }
        sheet.draw(title: title, on: &canvas, in: surroundings)
        return true
    }

    /// Lines that the list gives up for the filter in words.
    var lines: Int { isEmpty ? 0 : 1 }

    /// Draws the filter in words, with how much it leaves of how much; returns the area under it.
    func drawWords(_ shown: String, of whole: Int?, on canvas: inout Canvas, in area: Area) -> Area {
        guard !isEmpty else { return area }
        let words = "\(filter.words): \(shown)" + (whole.map { " of \($0)" } ?? "")
        let clipped = Columns.clip(words, to: area.columns - 2, ellipsis: canvas.glyphs.ellipsis)
        canvas.draw(clipped, x: 1, y: area.y, style: .heading)
        var rest = area
        rest.y += 1
        rest.rows -= 1
        return rest
    }

    /// What a list says where the filter leaves nothing.
    static var nothing: [ListRow] {
        .gap + [
            .note("No question here matches."),
            .note("Esc clears the filter; \(KeyTable.list.word(of: .filter)) changes it"),
        ]
    }
}
