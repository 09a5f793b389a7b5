import CarrelCore
import CarrelStorage
import CarrelTerminal

/// An exam, or a session against the clock: item after item, nothing told before the end.
///
/// What is chosen is on disk before it is shown as chosen. Rules decide where one may go (`ExamSitting`), the clock when
/// it ends (`ExamTime`).
struct ExamScreen: Screen {
    enum Phase: Equatable, Sendable {
        case loading
        case open
        /// How sure the learner is is asked before the item is left.
        case weighing
        /// The item is in no pack here any more.
        case missing
        /// The time is up: a page waits for Enter.
        case timeUp
    }

    let sessionId: String
    var session: StudySession?
    /// Nil until the session is read.
    var run: ExamRun?
    var item: StudyItem?
    var phase = Phase.loading
    var pad: AnswerPad?
    /// What was just done on it, for somebody who hears the screen; nil where the pointer only moved.
    var padWords: String?
    /// Where a simulation is answered; nil for every other kind.
    var simulation: SimulationPad?
    var order: [String] = []
    var overview: ExamOverview?
    /// Of all items, with how much of an answer each asks for.
    var titles = ItemTitles()
    var scroll = ScrollPosition()
    /// Since when the item's time counts.
    var shown = SessionClock(startedAt: Timestamp(milliseconds: 0))
    /// Milliseconds that were left when the item came on screen; nil without a limit.
    private(set) var leftWhenShown: Int64?
    var now = Moment(at: Timestamp(milliseconds: 0), zone: 0)
    var trouble: RefusedWrite?
    /// The item whose answer is on screen and not on disk: a write was refused, and the reason passed over.
    var unsaved: String?
    /// What one more Enter does all the same.
    var confirmed: Caution?
    /// Items whose certainty was told since their answer changed last.
    var weighed: Set<String> = []
    /// What the pad was made of.
    var arranged: Arranged?
    /// The end of the text was in sight.
    var isRead = false
    /// The learner does not want to see the clock.
    var hidesClock = false
    /// Opened now: the clock is read for the first time.
    private var isFresh = true
    var columns = 80
    var rows = 24
    let laid = KeptLines<PracticeScreen.LaidPage, QuestionPage.Line>(capacity: 2)
    let prose = KeptLines<ProseKey, QuestionPage.Line>(capacity: 6)

    /// What a learner is told before something that cannot be taken back.
    enum Caution: Equatable, Sendable { case amount(Int), unread, unanswered, leaving, reset }

    init(session: String) { sessionId = session }

    /// Left otherwise than by its own keys its clock would run on, or stand still, unasked.
    var isHeld: Bool { true }
    var sitting: ExamSitting? { run?.sitting }
    var position: Int { sitting?.position ?? 0 }
    var questionId: String { session.flatMap { $0.items[safe: position]?.questionId } ?? "" }
    var standing: StandingAnswer? { session?.answers[questionId] }
    var rules: ExamRules { session?.sittingRules ?? ExamRules(questions: 0, minutes: 0, pass: 0) }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        let before = self.now
        self.now = now
        let (page, item) = (phase, position)
        let timely = session == nil ? [] : follow(from: before)
        // What was meant for what was on screen is not for what took its place.
        if event.isInput, page != phase || item != position { return timely }
        return timely + take(event)
    }

    private mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .appeared:
            return [.perform(.fetch(.session(sessionId)))]
        case .changedElsewhere: return [.perform(.fetch(.session(sessionId)))]
        case .resized(let columns, let rows):
            let before = self.columns == columns || scroll.top == 0 ? nil : lines(.unicode)
            let isPointerShown = showsPointer
            self.columns = columns
            self.rows = rows
            fitPad()
            if let before { scroll.follow(from: before.map(\.text.text), to: lines(.unicode).map(\.text.text)) }
            // What keys act on stays in sight.
            if isPointerShown { revealPointer() }
            overview?.resize(columns: columns, rows: rows)
            noticeEnd()
        case .key(let key): return press(key)
        case .pointed(let part):
            if overview != nil { return point(part) }
            guard phase == .open, trouble == nil else { return [] }
            return simulation == nil ? act(.point(part)) : perform(.device(part))
        case .mouse(let mouse):
            let step = mouse.kind == .wheelUp ? -1 : mouse.kind == .wheelDown ? 1 : 0
            if overview == nil, simulation != nil, mouse.row >= rows - 2 - promptRows {
                simulation?.scroll(step)
            } else if step != 0, overview == nil {
                scroll.move(step, lines: lineCount, visible: textRows)
            }
            noticeEnd()
        case .closing:
            return session?.status == .active ? [keepPlace()] : []
        case .tick: return keepClock()
        case .done(let command, .success(let reply)): return finished(command, reply)
        case .done(let command, .failure(let refusal)):
            guard command.isWrite else { return [.say(refusal.message)] }
            if case .record(let events, _) = command, case .answerGiven? = events.first?.event {
                unsaved = events.first?.questionId
            }
            trouble = RefusedWrite(
                message: refusal.message, isRetriable: refusal.isRetriable, command: command)
            return [.barrier]
        case .paste(let text):
            overview?.paste(text)
            guard phase == .open, overview == nil, let outcome = simulation?.paste(text) else { return [] }
            return outcome == .entered ? give(nil) : []
        case .resumed, .settled, .edited: break
        }
        return []
    }

    private mutating func finished(_ command: Command, _ reply: Reply) -> [Effect] {
        if trouble?.command == command { trouble = nil }
        switch (command, reply) {
        case (.fetch(.session(sessionId)), .session(let found)): return take(found)
        case (.fetch(.item(questionId)), .item(let found)):
            show(found)
            return []
        case (.fetch(.itemTitles), .itemTitles(let titles)):
            self.titles = titles
            overview?.take(titles)
        case (.record(let events, _), .recorded): return recorded(events)
        case (.submit(sessionId), .recorded): return [.replace(.examResult(sessionId)), .barrier]
        case (.bookmark(let question, let isOn), _):
            if question == item?.question.id { item?.isBookmarked = isOn }
            run?.noticeDone()
            return [.say(isOn ? "bookmarked for good" : "bookmark taken off")]
        case (.undo, .undone(let thing)):
            run?.noticeUndone()
            guard thing?.session == sessionId else { return [.say(UndoneThing.words(thing)), .barrier] }
            // It is asked again before the item is left.
            if let question = thing?.question, thing?.answer?.confidence != nil { weighed.remove(question) }
            return [.say(undoneWords(thing)), .perform(.fetch(.session(sessionId)))]
                + show(undone: thing?.question) + [.barrier]
        default: break
        }
        return []
    }

    /// Of a simulation each line is an answer: what was taken back is the last of them, or that all of them went.
    private func undoneWords(_ thing: UndoneThing?) -> String {
        let isLine = simulation != nil && thing?.question == questionId && thing?.name == UndoneThing.answer
        if isLine { return simulation?.isUntouched == true ? "undone: the reset" : "undone: the last line" }
        return thing?.answer?.confidence == nil ? UndoneThing.words(thing) : "undone: how sure you are"
    }

    /// The session as it is on disk: for the first time, after an undo, or because another program wrote.
    private mutating func take(_ found: StudySession?) -> [Effect] {
        guard let found, !found.items.isEmpty else { return [.pop, .say("this exam is not here any more")] }
        guard found.status == .active else {
            return found.status == .completed
                ? [.replace(.examResult(sessionId))] : [.goHome, .say("this exam was given up")]
        }
        session = found
        guard isFresh else {
            if run?.follow(found) == true {
                (trouble, unsaved) = (nil, nil)
                overview?.renew(found)
                return [.say("another terminal went on; this is where the exam stands")] + arrived()
            }
            arrange()
            overview?.renew(found)
            return [.perform(.fetch(.item(questionId)))]
        }
        isFresh = false
        run = ExamRun(found, at: now)
        if let left = timeLeft(), left <= 0 {
            let effects = endTime()
            // Nobody was there: nothing waits to be read before the result.
            return phase == .timeUp
                ? [.perform(.submit(sessionId)), .say("its time ran out; what was chosen counts")] : effects
        }
        var effects: [Effect] = []
        if found.pausedAt != nil {
            effects.append(.perform(.record([NewEvent(.sessionResumed(SessionResumed()), sessionId: sessionId)])))
        }
        noticeShown()
        return effects + [
            .perform(.fetch(.item(questionId))), .perform(.fetch(.itemTitles(found.items.map(\.questionId)))),
            keepPlace(),
        ]
    }

    private mutating func show(_ found: StudyItem?) {
        // A simulation whose devices are in no pack cannot be answered either.
        let found = found.flatMap { $0.isAskable ? $0 : nil }
        let isSame = [.open, .weighing].contains(phase) && found != nil && item?.question.id == found?.question.id
        item = found
        confirmed = nil
        if !isSame {
            scroll = ScrollPosition()
            shown = SessionClock(from: now)
            leftWhenShown = timeLeft()
            isRead = false
            arranged = nil
        }
        guard found != nil else {
            pad = nil
            padWords = nil
            isRead = true
            if phase != .timeUp { phase = .missing }
            return
        }
        if phase != .timeUp, !(isSame && phase == .weighing) { phase = .open }
        arrange()
        noticeEnd()
    }

    /// The item is on screen: it counts as seen from now on.
    mutating func noticeShown() { run?.noticeShown(at: now) }

    mutating func noticeEnd() {
        if scroll.top + textRows >= lineCount { isRead = true }
    }

    /// With the time that counts until now: whatever is kept keeps that too.
    var place: PlacedSession {
        var run = run
        run?.read(at: now)
        return PlacedSession(session: sessionId, place: run?.place ?? SessionPlace())
    }

    func keepPlace() -> Effect { .perform(.keepPlace(place)) }

    func record(_ event: JournalEvent) -> Command {
        .record([NewEvent(event, sessionId: sessionId, questionId: questionId)], place: place)
    }
}
