import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Which questions a list shows, and what studying them is called.
struct QuestionListing: Equatable, Sendable {
    var crumbs: [String]
    var topic: StudyTopic
}

/// The questions of a topic, a page at a time, with how each was answered last.
struct QuestionListScreen: ListScreen, FilteredList {
    static let pageSize = 100

    let listing: QuestionListing
    private var questions = PagedArray<QuestionRow>()
    private var total: Int?
    private var isTotalExact = true
    /// How many there are without a filter.
    private var whole: Int?
    /// The last page that came was a full one: where they are not counted to the end, there may be more.
    private var isLastPageFull = false
    /// The last row of all is wanted, which is not here yet.
    private var goesToEnd = false
    var filter = ListFilter()
    private(set) var sort = QuestionSort.catalogue
    var list = ListView(isPickedBefore: true)
    private var preview = QuestionPreview()
    private var screenRows = 24

    init(_ listing: QuestionListing) { self.listing = listing }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .resized(let columns, let rows):
            screenRows = rows
            preview.resize(columns: columns)
            fit()
        case .settled: return filter.settle() ?? preview.settle(on: selected?.id, row: selected)
        case .done(.fetch(.questions(scope, let after, sort)), .success(.questions(let page, let total, let isExact))):
            return take(page, after: after, total: total, isExact: isExact)
        case .done(.fetch(.preview(let id, _)), .success(.preview(let facts))): preview.take(id, facts)
        case .done(.fetch(.filterLabels), .success(let reply)), .done(.fetch(.number), .success(let reply)):
            filter.take(reply)
        case .done(.bookmark(_, let isOn), .success):
            return [.say(isOn ? "bookmarked" : "bookmark taken off")] + refetch()
        case .paste(let text): filter.paste(text)
        case .key(let key) where filter.isOpen: return pressInSheet(key)
        case .pointed(let item) where filter.isOpen: filter.point(at: item)
        case .mouse where filter.isOpen: break
        default: return followInList(event)
        }
        return []
    }

    // MARK: Fetching

    private var scope: QuestionScope {
        var filter = filter.filter
        filter.typed = list.typed
        return filter.isEmpty ? listing.topic.scope : .filtered(listing.topic.scope, filter)
    }

    private var isTyped: Bool { !list.typed.isEmpty }

    mutating func refetch() -> [Effect] {
        preview.forget()
        return [.perform(.fetch(.questions(scope, after: nil, sort: sort)))]
    }

    private mutating func take(_ page: [QuestionRow], after: QuestionCursor?, total: Int?, isExact: Bool) -> [Effect] {
        if after == nil { questions = PagedArray() }
        questions.append(page)
        isLastPageFull = page.count == Self.pageSize
        if let total {
            (self.total, isTotalExact) = (total, isExact)
            if filter.isEmpty { whole = total }
        }
        list.tell(found: questions.count, isWhole: !isLastPageFull, of: self.total ?? 0)
        if goesToEnd { _ = list.move(.last, rows: rows(.unicode)) }
        goesToEnd = goesToEnd && hasMore
        // Coming back far down a long list: the rows up to the selection are to be there again first.
        if list.selection > questions.count, hasMore { return moved() }
        list.settle(rows: rows(.unicode))
        return moved()
    }

    private var hasMore: Bool {
        guard let total else { return false }
        return isTotalExact && !isTyped ? questions.count < total : isLastPageFull
    }

    /// Fetches the next page when the selection nears the end of what is here.
    func moved() -> [Effect] {
        guard hasMore, list.furthest + Self.pageSize / 2 > questions.count, let cursor = questions.last?.cursor else {
            return []
        }
        return [.perform(.fetch(.questions(scope, after: cursor, sort: sort)))]
    }

    mutating func wentToEnd() -> [Effect] {
        goesToEnd = hasMore
        return moved()
    }

    /// The first of those that have what is typed; the one that was selected where all are shown again.
    mutating func typed() -> [Effect] {
        if list.isNarrowed { list.select(0, rows: rows(.unicode)) }
        return refetch()
    }

    // MARK: Keys

    var offer: KeyOffer? { filter.offer ?? listOffer }

    private var topic: StudyTopic { listing.topic.filtered(by: filter.filter) }

    mutating func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open:
            guard let question = selected else { return [.push(.setUp(topic))] }
            return [.perform(.start(StudyRequest(topic: .question(question.id, title: listing.crumbs.last ?? ""))))]
        case .practise: return [.push(.setUp(topic))]
        case .bookmark:
            return selected.map { [.perform(.bookmark(question: $0.id, isOn: !$0.isBookmarked))] } ?? []
        case .note, .thisQuestion, .copy: return action.effects(on: selected?.id)
        case .filter: return filter.open(over: listing.topic.scope)
        case .clearFilter: return show(QuestionFilter())
        case .sort:
            sort = sort.next
            list.select(0, rows: rows(.unicode))
            return refetch() + [.say(sort.words)]
        default: return []
        }
    }

    mutating func startOver() -> [Effect] {
        // How many there are is told without what was typed.
        list.widen(rows: rows(.unicode))
        list.select(0, rows: rows(.unicode))
        fit()
        return refetch()
    }

    // MARK: What is shown

    private mutating func fit() { list.resize(height: screenRows - 4 - filter.lines, rows: rows(.unicode)) }

    private var selected: QuestionRow? {
        let index = list.selection - (isTyped ? 0 : 1)
        return questions.indices.contains(index) ? questions[index] : nil
    }

    var listFacts: ListFacts {
        ListFacts(
            hasRows: !questions.isEmpty, canPractise: !questions.isEmpty, isOnQuestion: selected != nil,
            canFilter: !questions.isEmpty || !filter.isEmpty, canSort: questions.count > 1,
            isFiltered: !filter.isEmpty)
    }

    var listed: LazyRows { rows(.unicode) }

    private func rows(_ glyphs: Glyphs, columns: Int = Frame.readableColumns) -> LazyRows {
        guard let total else { return LazyRows(ready: []) }
        guard total > 0 else {
            guard filter.isEmpty else { return LazyRows(ready: ListFilter.nothing) }
            return LazyRows(ready: .gap + listing.topic.emptyWords.map(ListRow.note))
        }
        return LazyRows(
            ready: isTyped ? [] : [listing.topic.practiseRow(total: total)], others: questions.count,
            unfetched: isTyped ? 0 : max(0, total - questions.count), isOpenEnded: isTyped && isLastPageFull
        ) {
            [questions] in
            QuestionRowView.row(questions[$0], glyphs: glyphs, columns: columns)
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        if filter.drawSheet(title: listing.crumbs, on: &canvas, in: surroundings) { return }
        let frame = Frame(
            crumbs: listing.crumbs, status: status + surroundings.saved.words, hints: hints
        )
        let area = filter.drawWords(
            count, of: whole, on: &canvas, in: frame.draw(on: &canvas, in: surroundings))
        let (left, pane) = questions.isEmpty ? (area, nil) : SplitView.divide(area, on: &canvas)
        let glyphs = surroundings.glyphs
        list.draw(rows(glyphs, columns: left.columns), on: &canvas, in: left, glyphs: glyphs)
        if let pane { preview.draw(on: &canvas, in: pane, surroundings: surroundings) }
    }

    private var count: String { total.map { "\($0)" + (isTotalExact ? "" : "+") } ?? "" }

    private var status: String {
        let order = sort == .catalogue ? "" : sort.words + "  "
        guard total != nil, filter.isEmpty else { return order }
        return order + count + (count == "1" ? " question  " : " questions  ")
    }
}

/// How a question stands in any list.
enum QuestionRowView {
    /// As wide as the longest word: the columns of a list stand under each other.
    private static let difficultyColumns = Difficulty.ofQuestions.map(\.rawValue.count).max() ?? 0
    private static let kindColumns = QuestionKind.allCases.map(\.rawValue.count).max() ?? 0

    /// Below that all of the line is the stem's.
    static let roomyColumns = 72

    /// - Parameter columns: Of the list.
    static func row(_ question: QuestionRow, glyphs: Glyphs, columns: Int = Frame.readableColumns) -> ListRow {
        var row = ListRow(
            label: PlainStem.line(question.stem),
            details: columns < roomyColumns
                ? []
                : [
                    Columns.pad(question.difficulty.rawValue, to: difficultyColumns),
                    Columns.pad(question.kind.rawValue, to: kindColumns),
                ])
        (row.glyph, row.glyphStyle) = state(question, glyphs: glyphs)
        if question.isMine { row.label = glyphs.mine + " " + row.label }
        row.label = (question.isBookmarked ? glyphs.bookmark : " ") + " " + row.label
        if let setAside = question.setAside { row.details.insert(setAside, at: 0) }
        return row
    }

    /// Set aside, never answered, or how it went the last time.
    static func state(_ question: QuestionRow, glyphs: Glyphs) -> (String, Style) {
        if question.setAside != nil { return (glyphs.setAside, .muted) }
        if question.isPartly { return (glyphs.partly, .partly) }
        return state(answers: question.answers, lastCorrect: question.lastCorrect, glyphs: glyphs)
    }

    static func state(answers: Int, lastCorrect: Bool?, glyphs: Glyphs) -> (String, Style) {
        guard answers > 0 else { return (glyphs.unseen, .muted) }
        switch lastCorrect {
        case true?: return (glyphs.right, .right)
        case false?: return (glyphs.wrong, .wrong)
        case nil: return (glyphs.seen, .muted)
        }
    }
}
