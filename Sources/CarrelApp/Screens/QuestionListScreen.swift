import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Which questions a list shows, and what studying them is called.
struct QuestionListing: Equatable, Sendable {
    var crumbs: [String]
    var topic: StudyTopic
}

/// The questions of a topic, a page at a time, with how each was answered last.
struct QuestionListScreen: Screen {
    static let pageSize = 200

    let listing: QuestionListing
    private var questions: [QuestionRow] = []
    private var total: Int?
    private var list = ListView()

    init(_ listing: QuestionListing) { self.listing = listing }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared, .changedElsewhere:
            return [.perform(.fetch(.questions(listing.topic.scope, after: nil)))]
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.questions(listing.topic.scope, let after)), .success(.questions(let page, let total))):
            questions = (after == nil ? [] : questions) + page
            self.total = total
            // Coming back far down a long list: the rows up to the selection are to be there again first.
            if list.selection > questions.count, questions.count < total { return more() }
            list.settle(rows: rows(.unicode))
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .done(.bookmark(_, let isOn), .success):
            return [.say(isOn ? "bookmarked" : "bookmark taken off"), .perform(refetch)]
        case .done(.undo, .success(.undone(let thing))): return [.say(UndoneThing.words(thing)), .perform(refetch)]
        case .key(let key):
            guard let action = KeyTable.list.action(for: key, in: facts) else { return [] }
            return carryOut(action)
        default: break
        }
        return []
    }

    private var refetch: Command { .fetch(.questions(listing.topic.scope, after: nil)) }

    private mutating func carryOut(_ action: ListAction) -> [Effect] {
        if list.move(action, rows: rows(.unicode)) { return more() }
        switch action {
        case .open:
            guard let question = selected else { return [.push(.setUp(listing.topic))] }
            return [.perform(.start(StudyRequest(topic: .question(question.id, title: listing.crumbs.last ?? ""))))]
        case .practise: return [.push(.setUp(listing.topic))]
        case .bookmark:
            return selected.map { [.perform(.bookmark(question: $0.id, isOn: !$0.isBookmarked))] } ?? []
        case .note, .thisQuestion: return action.effects(on: selected?.id)
        case .undo: return [.perform(.undo)]
        case .help: return [.push(.help(KeyTable.list.help(in: facts)))]
        case .back: return [.pop]
        default: return []
        }
    }

    /// Fetches the next page when the selection nears the end of what is here.
    private func more() -> [Effect] {
        guard let total, questions.count < total, list.selection + Self.pageSize / 2 > questions.count,
            let last = questions.last
        else { return [] }
        return [.perform(.fetch(.questions(listing.topic.scope, after: last.cursor)))]
    }

    private var selected: QuestionRow? {
        let index = list.selection - 1
        return questions.indices.contains(index) ? questions[index] : nil
    }

    private var facts: ListFacts {
        ListFacts(hasRows: !questions.isEmpty, canPractise: !questions.isEmpty, isOnQuestion: selected != nil)
    }

    private func rows(_ glyphs: Glyphs) -> LazyRows {
        guard let total else { return LazyRows(ready: []) }
        guard total > 0 else {
            return LazyRows(ready: [.blank] + listing.topic.emptyWords.map(ListRow.note))
        }
        return LazyRows(
            ready: [listing.topic.practiseRow(total: total)], others: questions.count,
            unfetched: max(0, total - questions.count)
        ) {
            [questions] in
            QuestionRowView.row(questions[$0], glyphs: glyphs)
        }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let count = total.map { RelativeTime.count($0, "question") + "  " } ?? ""
        let frame = Frame(
            crumbs: listing.crumbs, status: count + surroundings.saved.words,
            hints: KeyTable.list.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}

/// How a question stands in any list.
enum QuestionRowView {
    /// As wide as the longest word: the columns of a list stand under each other.
    private static let difficultyColumns = Difficulty.ofQuestions.map(\.rawValue.count).max() ?? 0
    private static let kindColumns = QuestionKind.allCases.map(\.rawValue.count).max() ?? 0

    static func row(_ question: QuestionRow, glyphs: Glyphs) -> ListRow {
        var row = ListRow(
            label: PlainStem.line(question.stem),
            details: [
                Columns.pad(question.difficulty.rawValue, to: difficultyColumns),
                Columns.pad(question.kind.rawValue, to: kindColumns),
            ])
        (row.glyph, row.glyphStyle) = state(question, glyphs: glyphs)
        if question.isMine { row.label = glyphs.mine + " " + row.label }
        row.label = (question.isBookmarked ? glyphs.bookmark : " ") + " " + row.label
        if question.isSuspended || question.isBuried {
            row.details.insert(question.isSuspended ? "suspended" : "buried", at: 0)
        }
        return row
    }

    /// Set aside, never answered, or how it went the last time.
    private static func state(_ question: QuestionRow, glyphs: Glyphs) -> (String, Style) {
        if question.isSuspended || question.isBuried { return (glyphs.setAside, .muted) }
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

/// A stem in one line of plain text: its Markdown marks and line ends gone.
enum PlainStem {
    static func line(_ markdown: String) -> String { line(markdown, limit: 300) }

    /// - Parameter limit: No further line is taken once there are so many characters.
    static func line(_ markdown: String, limit: Int) -> String {
        var out = ""
        var isFenced = false
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("```") {
                isFenced.toggle()
                continue
            }
            // A table means nothing in one line.
            if isFenced || line.hasPrefix("|") { continue }
            if !out.isEmpty { out += " " }
            out += line.filter { $0 != "`" && $0 != "*" }
            if out.count > limit { break }
        }
        return out
    }
}
