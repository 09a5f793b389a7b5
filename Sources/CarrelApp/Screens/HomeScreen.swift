import CarrelCore
import CarrelStorage
import CarrelTerminal

/// Where everything starts: what to go on with, and what there is.
struct HomeScreen: ListScreen {
    /// What a row leads to.
    enum Target: Equatable, Sendable {
        case none
        case open(Destination)
        case start(StudyRequest)
    }

    private var facts: HomeFacts?
    var list = ListView()
    /// The row to come back to from the settings, which may move it.
    private var left: Target?
    private var now = Moment(at: Timestamp(milliseconds: 0), zone: 0)
    /// What is shown, as it stood at the last event: it is asked for several times for each.
    private var content: [(row: ListRow, target: Target)] = []

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        self.now = now
        content = content(.unicode)
        switch event {
        case .resized(_, let rows): list.resize(height: rows - 4, rows: self.rows(.unicode))
        case .done(.fetch(.home), .success(.home(let facts))):
            let isFirst = self.facts == nil
            self.facts = facts
            content = content(.unicode)
            if isFirst { list.select(0, rows: rows(.unicode)) } else { list.settle(rows: rows(.unicode)) }
            if let left, let index = content.firstIndex(where: { $0.target == left }) {
                list.select(index, rows: rows(.unicode))
            }
            left = nil
            return handIn(facts)
        case .done(.submit, .success): return refetch()
        case .done(.record(let events, _), .success): return [KeptWords(of: events, at: now).effect] + refetch()
        case .tick where facts?.clocks.values.contains { $0.runsAlone && $0.left(at: now) == 0 } == true:
            return refetch()
        default: return followInList(event)
        }
        return []
    }

    /// Exams whose time ran out while nobody was there: what was chosen counts, and nothing waits to be opened first.
    private func handIn(_ facts: HomeFacts) -> [Effect] {
        guard let first = facts.active.first(where: { $0.id == facts.ranOut.first }) else { return [] }
        let others = facts.ranOut.count == 1 ? "" : " and \(facts.ranOut.count - 1) more"
        return facts.ranOut.map { .perform(.submit($0)) }
            + [.say("\(first.title)\(others): time ran out; what was chosen counts, and History has the result")]
    }

    func refetch() -> [Effect] { [.perform(.fetch(.home))] }

    /// When the next minute of an exam that runs on is over, which its row says; nothing else here moves by itself.
    var tick: Int? {
        let running = facts?.clocks.values.filter { $0.runsAlone && $0.left(at: now) > 0 } ?? []
        return running.map { Int($0.left(at: now) % 60_000) + 1 }.min()
    }

    var leaving: Effect { .quit }

    mutating func carryOut(_ action: ListAction) -> [Effect] {
        switch action {
        case .open:
            switch target {
            case .none: return []
            case .open(.settings): return openSettings()
            case .open(let destination): return [.push(destination)]
            case .start(let request): return [.perform(.start(request))]
            }
        case .endSession:
            guard case .open(.session(let id)) = target, let session = facts?.active.first(where: { $0.id == id })
            else { return [] }
            return SessionEnd.effects(for: session, at: now, countdown: facts?.clocks[id])
        case .settings: return openSettings()
        case .search: return [.push(.search)]
        default: return []
        }
    }

    private mutating func openSettings() -> [Effect] {
        left = target
        return [.push(.settings)]
    }

    private var target: Target {
        content.indices.contains(list.selection) ? content[list.selection].target : .none
    }

    func isLeft(by key: Key) -> Bool { !list.isTyping && KeyTable.list.action(for: key, in: keyFacts) == .quit }

    var listFacts: ListFacts {
        var facts = ListFacts(hasRows: target != .none, isRoot: true)
        if case .open(.session) = target { facts.isOnSession = true }
        facts.canSearch = self.facts?.hasQuestions == true
        return facts
    }

    var listed: [ListRow] { rows(.unicode) }

    private func rows(_ glyphs: Glyphs) -> [ListRow] {
        (glyphs == .unicode ? content : content(glyphs)).map(\.row)
    }

    private func content(_ glyphs: Glyphs) -> [(row: ListRow, target: Target)] {
        guard let facts else { return [] }
        return HomeContent(facts: facts, glyphs: glyphs, now: now).rows
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let streak = facts?.streak ?? 0
        let status = (streak > 1 ? "\(streak)-day streak  " : "") + surroundings.saved.words
        let frame = Frame(
            crumbs: ["Carrel", facts?.name ?? ""].filter { !$0.isEmpty }, status: status,
            hints: hints.dropLast(2)
                + KeyTable.desk.hints(in: DeskFacts(context: offer?.context, isText: list.isTyping)) + hints.suffix(2))
        // The bar says it here.
        var around = surroundings
        around.loading = nil
        var area = frame.draw(on: &canvas, in: around)
        if let loading = surroundings.loading {
            draw(loading, on: &canvas, y: area.bottom - 1, glyphs: surroundings.glyphs)
            area.rows -= 1
        }
        list.draw(rows(surroundings.glyphs), on: &canvas, in: area, glyphs: surroundings.glyphs)
    }

    private func draw(_ progress: LoadingProgress, on canvas: inout Canvas, y: Int, glyphs: Glyphs) {
        let x = canvas.draw(progress.words + " ", x: 1, y: y, style: .muted)
        // The bar keeps its length when the time behind it comes and goes.
        let room = canvas.columns - x - 1 - " 0:00:00 left".count
        let left = progress.timeLeft ?? ""
        if room >= 4 {
            let end = canvas.draw(glyphs.bar(progress.fraction, columns: min(30, room)), x: x, y: y, style: .progress)
            canvas.draw(left, x: end + 1, y: y, style: .muted)
        } else if left.isEmpty {
            canvas.draw(
                glyphs.bar(progress.fraction, columns: max(0, canvas.columns - x - 1)), x: x, y: y, style: .progress)
        } else {
            canvas.draw(left, x: x, y: y, style: .muted)
        }
    }
}
