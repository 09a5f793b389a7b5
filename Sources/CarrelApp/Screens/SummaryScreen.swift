import CarrelCore
import CarrelTerminal

/// The end of a session: how it went, what comes back when, and what to do next.
struct SummaryScreen: Screen, NarrowableList {
    private enum Choice: Equatable {
        case retry, more, review(question: String), home
        /// All answers, one after the other.
        case reviewAll
    }

    let sessionId: String
    let isTransient = true
    var offer: KeyOffer? { offer(of: .summary, in: keyFacts) }
    private var facts: SummaryFacts?
    var list = ListView()

    init(session: String) { sessionId = session }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        if isTyped(event) { return [] }
        switch event {
        case .appeared, .changedElsewhere: return [.perform(.fetch(.summary(sessionId)))]
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.summary(sessionId)), .success(.summary(let found))):
            guard let found else { return [.pop, .say("this session is not here any more")] }
            let isFirst = facts == nil
            facts = found
            let rows = rows(.unicode)
            // A second Enter typed too fast goes Home rather than into a session nobody asked for.
            if isFirst { list.select(content(.unicode).firstIndex { $0.choice == .home } ?? 0, rows: rows) }
        case .done(_, .failure(let refusal)): return [.say(refusal.message)]
        case .mouse(let mouse): list.follow(mouse, rows: rows(.unicode))
        case .pointed(let row): return list.isOpened(at: row, rows: rows(.unicode)) ? carryOut(.open) : []
        case .key(let key):
            guard let action = KeyTable.summary.action(for: key, in: keyFacts) else { return [] }
            return carryOut(action)
        default: break
        }
        return []
    }

    private mutating func carryOut(_ action: SummaryAction) -> [Effect] {
        switch action {
        case .up: _ = list.move(.up, rows: rows(.unicode))
        case .down: _ = list.move(.down, rows: rows(.unicode))
        case .first: _ = list.move(.first, rows: rows(.unicode))
        case .last: _ = list.move(.last, rows: rows(.unicode))
        case .find: list.narrow(rows: listed)
        case .clearFilter: list.widen(rows: listed)
        case .help: return [.push(.help(KeyTable.summary.help(in: keyFacts)))]
        case .back: return [.pop]
        case .open: return open()
        }
        return []
    }

    private func open() -> [Effect] {
        let content = content(.unicode)
        guard let facts, content.indices.contains(list.selection) else { return [] }
        switch content[list.selection].choice {
        case .retry:
            return [.perform(.start(facts.retry))]
        case .more:
            return facts.again.map { [.perform(.start(StudyRequest(topic: $0, startsOver: true)))] } ?? []
        case .review(let question): return [.push(.sessionItem(session: sessionId, question: question))]
        case .reviewAll:
            return facts.graded.first.map { [.push(.sessionItem(session: sessionId, question: $0))] } ?? []
        case .home: return [.goHome]
        case nil: return []
        }
    }

    private var keyFacts: SummaryKeyFacts { SummaryKeyFacts(isFiltered: list.isNarrowed) }

    var listed: [ListRow] { rows(.unicode) }
    let speaksRow = true

    /// How it went.
    var spoken: String {
        let notes = listed.filter { $0.kind == .note || $0.kind == .heading }.map { Glyphs.unicode.heard($0.label) }
        return notes.isEmpty ? "" : (["Summary"] + notes).joined(separator: "\n")
    }

    private func rows(_ glyphs: Glyphs) -> [ListRow] { content(glyphs).map(\.row) }

    private func content(_ glyphs: Glyphs) -> [(row: ListRow, choice: Choice?)] {
        guard let facts else { return [] }
        let gap: [(row: ListRow, choice: Choice?)] = [ListRow].gap.map { ($0, nil) }
        var rows = gap + [(.heading(Self.result(facts)), nil)]
        func count(_ glyph: String, _ style: Style, _ number: Int, _ words: String) {
            guard number > 0 else { return }
            rows.append((ListRow(kind: .note, label: "\(glyph) \(number) \(words)", noteStyle: style), nil))
        }
        count(glyphs.right, .right, facts.right, "right")
        count(glyphs.partly, .partly, facts.partly, "partly right")
        count(glyphs.wrong, .wrong, facts.wrong, "wrong")
        count(glyphs.unseen, .muted, facts.unanswered, "not answered")
        rows.append((.note("Time  \(RelativeTime.clock(milliseconds: facts.elapsedMs))"), nil))
        if let due = facts.dueWords { rows.append((.note(due), nil)) }
        rows += gap
        if !facts.missed.isEmpty {
            rows.append(
                (
                    ListRow(
                        kind: .action,
                        label: facts.partly == 0 ? "Retry the wrong ones" : "Retry the wrong and the partly right ones",
                        details: ["\(facts.missed.count)"]), .retry
                ))
        }
        if facts.again != nil { rows.append((ListRow(kind: .action, label: "10 more"), .more)) }
        let graded = facts.right + facts.partly + facts.wrong
        if graded > 0 {
            rows.append((ListRow(kind: .action, label: "Review the answers", details: ["\(graded)"]), .reviewAll))
        }
        rows.append((ListRow(kind: .action, label: "Home"), .home))
        guard !facts.missed.isEmpty else { return rows }
        rows += gap + [(.heading("To look at again"), nil)]
        for id in facts.missed {
            let isPartial = facts.session.answers[id]?.grade?.isPartial == true
            let row = ListRow(
                glyph: isPartial ? glyphs.partly : glyphs.wrong, glyphStyle: isPartial ? .partly : .wrong,
                label: facts.stems[id].map(PlainStem.line) ?? "\(id): not in any pack here")
            rows.append((row, .review(question: id)))
        }
        return rows
    }

    /// `13 of 20 right (65 %)`
    private static func result(_ facts: SummaryFacts) -> String {
        let total = facts.session.items.count
        return "\(facts.right) of \(total) right (\(Share(part: facts.right, whole: total).percent) %)"
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let title = facts.map { [$0.session.title, $0.session.subtitle].compactMap { $0 } } ?? []
        let answered = facts.map { "\($0.session.items.count - $0.unanswered)/\($0.session.items.count)  " } ?? ""
        let frame = Frame(
            crumbs: title + ["Summary"], status: answered + surroundings.saved.words,
            hints: hints(of: .summary, in: keyFacts))
        let area = frame.draw(on: &canvas, in: surroundings)
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }
}
