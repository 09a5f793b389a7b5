import CarrelCore
import CarrelStorage
import CarrelTerminal

/// One session of practice: a question, its answer, the why, the next question.
///
/// What is asked for is only shown as done once it is on disk; until then the answer stays on screen and the reason
/// stands in the place of the hints.
struct PracticeScreen: Screen {
    enum Phase: Equatable, Sendable {
        /// The session or its item is not here yet.
        case loading
        case choosing
        /// Free text: the field has the focus.
        case writing
        /// An answer is ready, and how sure the learner is of it is asked.
        case weighing
        /// Free text: the commands have it.
        case commanding
        /// Free text: the model answer is shown and the grade is open.
        case grading
        case answered
        /// The item is in no pack here, or of a kind this program cannot ask.
        case missing
    }

    /// Leaving waits until the place is kept; refused once, it may be insisted on.
    enum Leaving: Equatable, Sendable { case no, asked, refused }

    /// An answer that is ready but not given yet.
    struct WeighedAnswer: Equatable, Sendable {
        /// Where it was made, and where it is changed.
        var phase: Phase
        /// When: thinking about how sure one is does not count.
        var at: Moment
    }

    let sessionId: String
    var session: StudySession?
    var position = 0
    var item: StudyItem?
    var phase = Phase.loading
    /// The answer that waits for how sure the learner is.
    var weighed: WeighedAnswer?
    var order: [String] = []
    /// Where the answer is made; nil for a free one, which is written in the field.
    var pad: AnswerPad?
    /// What was just done on it, for somebody who hears the screen; nil where the pointer only moved.
    var padWords: String?
    /// Where a simulation is answered; nil for every other kind.
    var simulation: SimulationPad?
    var field = LineEditor(allowsNewlines: true)
    var hasUnsavedDraft = false
    var typed: TypedAnswerGrade?
    /// A number other than asked for that one more Enter answers with.
    var confirmedCount: Int?
    /// What one more press of its key resets; any other key calls it off.
    var isResetAsked = false
    var scroll = ScrollPosition()
    var shown = SessionClock(startedAt: Timestamp(milliseconds: 0))
    var trouble: RefusedWrite?
    var leaving = Leaving.no
    /// The item on screen is fetched anew because of what was added to it, and stays in its phase.
    var isRenewing = false
    /// Questions that were met and cannot be asked here: no session waits for them.
    var missing: Set<String> = []
    var columns = 80
    var rows = 24
    /// Keys and drawing ask for the same lines over and over.
    let laid = KeptLines<LaidPage, QuestionPage.Line>(capacity: 2)
    let prose = KeptLines<ProseKey, QuestionPage.Line>(capacity: 6)
    /// The item to open at; nil is where the learner was.
    private let openingAt: String?
    /// The items that are gone through; nil for all.
    let among: Set<String>?

    init(session: String, at question: String? = nil, among questions: [String]? = nil) {
        sessionId = session
        openingAt = question ?? questions?.first
        among = questions.map(Set.init)
    }

    /// A typed draft is kept after a second without a key; a clock moves once a second.
    var tick: Int? {
        if hasUnsavedDraft { return 1_000 }
        let layout = PageLayout.current
        return session?.showsClock == true ? (layout.isCalm || layout.isSlow ? 60_000 : 1_000) : nil
    }

    /// Another screen of the same session may have gone on with it since.
    var reopening: Destination? {
        openingAt == nil ? .session(sessionId) : .sessionItem(session: sessionId, question: questionId)
    }

    var questionId: String { session.map { $0.items[position].questionId } ?? "" }
    var standing: StandingAnswer? { session?.answers[questionId] }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared:
            return session == nil ? [.perform(.fetch(.session(sessionId)))] : renewal()
        case .changedElsewhere:
            return [.perform(.fetch(.session(sessionId)))] + renewal()
        case .resized(let columns, let rows):
            let before = self.columns == columns || scroll.top == 0 ? nil : lines(.unicode)
            let isPointerShown = showsPointer
            self.columns = columns
            self.rows = rows
            let room = exhibitColumns
            pad?.fit(columns: room)
            fitSimulation()
            if let before { scroll.follow(from: before.map(\.text.text), to: lines(.unicode).map(\.text.text)) }
            clampScroll()
            // What keys act on stays in sight.
            if isPointerShown { revealCursor() }
        case .key(let key): return handle(key, at: now)
        case .paste(let text) where simulation != nil:
            guard phase == .writing, let outcome = simulation?.paste(text) else { return [] }
            return entered(outcome)
        case .paste(let text):
            guard phase == .writing else { return [] }
            trouble = nil
            field.insert(text)
            hasUnsavedDraft = true
            if field.isCut { return [.say(LineEditor.cutWords)] }
        case .edited(.success(let text)):
            field.replace(with: text)
            hasUnsavedDraft = true
            return keepDraft()
        case .edited(.failure(let refusal)): return [.say(refusal.message)]
        case .tick, .closing: return keepDraft()
        case .done(let command, .success(let reply)): return finished(command, reply, at: now)
        case .done(let command, .failure(let refusal)): return refused(command, refusal)
        case .mouse(let mouse): turn(mouse)
        case .pointed(let part): return simulation == nil ? act(.point(part), at: now) : perform(.device(part))
        case .resumed, .settled: break
        }
        return []
    }

    private mutating func refused(_ command: Command, _ refusal: Refusal) -> [Effect] {
        guard command.isWrite else { return [.say(refusal.message)] }
        trouble = RefusedWrite(message: refusal.message, isRetriable: refusal.isRetriable, command: command)
        if case .keepPlace = command {
            // What was typed is not kept yet: the next tick tries again.
            hasUnsavedDraft = [.writing, .commanding, .weighing].contains(phase) && item?.question.kind == .free
            if leaving == .asked { leaving = .refused }
            return []
        }
        return [.barrier]
    }

    private mutating func finished(_ command: Command, _ reply: Reply, at now: Moment) -> [Effect] {
        if trouble?.command == command { trouble = nil }
        switch (command, reply) {
        case (.fetch(.session(sessionId)), .session(let found)): return take(found)
        case (.fetch(.item(questionId)), .item(let found)):
            if renew(found) { return [] }
            show(found, at: now)
            return suggestion
        case (.keepPlace, .recorded):
            defer { leaving = .no }
            return leaving == .asked ? [.pop] : []
        case (.record(let events, _), .recorded):
            return recorded(events, at: now)
        case (.bookmark(let question, let isOn), _):
            if question == item?.question.id { item?.isBookmarked = isOn }
            return [.say(isOn ? "bookmarked for good" : "bookmark taken off")]
        case (.undo, .undone(let thing)):
            guard let thing, thing.session == sessionId, let session else {
                // A setting may be one that shows here.
                return [.say(UndoneThing.words(thing)), .perform(.fetch(.session(sessionId)))] + renewal()
            }
            if let index = session.items.firstIndex(where: { $0.questionId == thing.question }) { position = index }
            putBack(thing)
            return [.say(UndoneThing.words(thing)), .perform(.fetch(.session(sessionId))), .barrier]
        case (.suggest(questionId, _), .suggestion(let grade)):
            typed = grade
        case (.fetch(.answers(questionId)), .answers(let answers)): return show(answers, at: now)
        default: break
        }
        return []
    }

    /// The session as it is on disk: for the first time, after an undo, or because another program wrote.
    /// Where this learner is, and what is typed here, is this program's to say. What was entered at a simulation is
    /// on disk line by line, and may be gone on with from several terminals.
    private mutating func place(of found: StudySession, after shown: StudySession) -> SessionPlace {
        var place = shown.place
        place.drafts = found.place.drafts
        place.drafts[questionId] = shown.place.drafts[questionId]
        guard let own = simulation, let item, let theirs = found.place.drafts[questionId], theirs != own.response else {
            return place
        }
        place.drafts[questionId] = theirs
        simulation = SimulationPad(item, response: theirs)
        simulation?.keepView(of: own)
        fitSimulation()
        return place
    }

    private mutating func take(_ found: StudySession?) -> [Effect] {
        guard var found, !found.items.isEmpty else { return [.pop, .say("this session is not here any more")] }
        if session == nil, openingAt == nil, !found.mode.givesFeedbackAtOnce {
            // Against the clock, nothing is told before the end: another screen.
            return [.replace(found.status == .completed ? .examResult(sessionId) : .exam(session: sessionId))]
        }
        guard let shown = session else {
            let opening = openingAt.flatMap { id in found.items.firstIndex { $0.questionId == id } }
            position = opening ?? found.resumePosition
            session = found
            if openingAt == nil, found.status != .active, standing?.grade == nil {
                return [.replace(.summary(session: sessionId)), .say("this session was ended")]
            }
            return [.perform(.fetch(.item(questionId)))]
        }
        let before = item.map { shown.answers[$0.question.id] } ?? nil
        found.place = place(of: found, after: shown)
        session = found
        position = min(position, found.items.count - 1)
        guard phase != .loading, item?.question.id == questionId, before == standing else {
            isRenewing = false
            return [.perform(.fetch(.item(questionId)))]
        }
        return []
    }

    /// Brings the item on screen in the phase its standing answer says.
    private mutating func show(_ found: StudyItem?, at now: Moment) {
        item = found
        typed = nil
        weighed = nil
        confirmedCount = nil
        scroll = ScrollPosition()
        shown = SessionClock(from: now)
        pad = nil
        padWords = nil
        simulation = found.flatMap { SimulationPad($0, response: session?.place.drafts[questionId]) }
        guard let found, let session, StorePerformer.askable.contains(found.question.kind),
            found.question.kind != .simulation || simulation != nil
        else {
            phase = .missing
            missing.insert(questionId)
            return
        }
        order = found.question.optionOrder(drawn: session.items[position].options)
        pad = AnswerPad(
            found.question, order: order, struck: session.marks.struck[questionId] ?? [],
            selection: session.place[selectionOf: questionId])
        let room = exhibitColumns
        pad?.fit(columns: room)
        field.replace(with: session.place.drafts[questionId] ?? "")
        hasUnsavedDraft = false
        phase =
            switch standing {
            case .some(let answer) where answer.grade != nil: .answered
            case .some: .grading
            case nil: found.question.kind == .free || simulation != nil ? .writing : .choosing
            }
        fitSimulation()
        if let standing {
            // What was chosen is shown even where its author has taken it out since.
            let left = found.retiredOptions.map(\.id).filter(standing.selected.contains)
            order += left.filter { !order.contains($0) }
            // Read again in a session that is over, an item begins with what was asked.
            if session.status == .active { revealInSight() }
        }
    }

    /// What an answer held that was taken back is again as it was before Enter: nothing typed is ever lost.
    private mutating func putBack(_ thing: UndoneThing) {
        guard let question = thing.question, let answer = thing.answer else { return }
        session?.place[selectionOf: question] = answer.selection
        session?.place.drafts[question] = answer.response
    }

    /// Asks for the key points of a free answer that is shown.
    var suggestion: [Effect] {
        guard item?.question.kind == .free, let standing else { return [] }
        return [.perform(.suggest(question: questionId, answer: standing.response ?? ""))]
    }
}
