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
        /// Free text: the commands have it.
        case commanding
        /// Free text: the model answer is shown and the grade is open.
        case grading
        case answered
        /// The item is in no pack here, or of a kind this program cannot ask.
        case missing
    }

    /// A write that failed, kept to be tried again.
    struct Trouble: Equatable, Sendable {
        var message: String
        /// Whether the same again may help.
        var isRetriable: Bool
        var command: Command
    }

    /// Leaving waits until the place is kept; refused once, it may be insisted on.
    enum Leaving: Equatable, Sendable { case no, asked, refused }

    let sessionId: String
    var session: StudySession?
    var position = 0
    var item: StudyItem?
    var phase = Phase.loading
    var order: [String] = []
    var cursor = 0
    var chosen: Set<String> = []
    var field = LineEditor(allowsNewlines: true)
    var hasUnsavedDraft = false
    var typed: TypedAnswerGrade?
    /// A number of options other than asked for that one more Enter answers with.
    var confirmedCount: Int?
    var scroll = ScrollPosition()
    var shownAt = Timestamp(milliseconds: 0)
    var trouble: Trouble?
    var leaving = Leaving.no
    /// The item on screen is fetched anew because of what was added to it, and stays in its phase.
    var isRenewing = false
    /// Questions that were met and cannot be asked here: no session waits for them.
    var missing: Set<String> = []
    var columns = 80
    var rows = 24
    /// The item to open at; nil is where the learner was.
    private let openingAt: String?

    init(session: String, at question: String? = nil) {
        sessionId = session
        openingAt = question
    }

    /// A typed draft is kept after a second without a key; a clock moves once a second.
    var tick: Int? { hasUnsavedDraft || session?.showsClock == true ? 1000 : nil }

    var questionId: String { session.map { $0.items[position].questionId } ?? "" }
    var standing: StandingAnswer? { session?.answers[questionId] }

    mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
        switch event {
        case .appeared:
            return session == nil ? [.perform(.fetch(.session(sessionId)))] : renewal()
        case .changedElsewhere:
            return [.perform(.fetch(.session(sessionId)))] + renewal()
        case .resized(let columns, let rows):
            self.columns = columns
            self.rows = rows
            clampScroll()
        case .key(let key): return handle(key, at: now)
        case .paste(let text):
            guard phase == .writing else { return [] }
            trouble = nil
            field.insert(text)
            hasUnsavedDraft = true
        case .edited(.success(let text)):
            field.replace(with: text)
            hasUnsavedDraft = true
            return keepDraft()
        case .edited(.failure(let refusal)): return [.say(refusal.message)]
        case .tick, .closing: return keepDraft()
        case .done(let command, .success(let reply)): return finished(command, reply, at: now)
        case .done(let command, .failure(let refusal)): return refused(command, refusal)
        case .mouse, .resumed, .settled: break
        }
        return []
    }

    private mutating func refused(_ command: Command, _ refusal: Refusal) -> [Effect] {
        guard command.isWrite else { return [.say(refusal.message)] }
        trouble = Trouble(message: refusal.message, isRetriable: refusal.isRetriable, command: command)
        if case .keepPlace = command {
            // What was typed is not kept yet: the next tick tries again.
            hasUnsavedDraft = phase == .writing || phase == .commanding
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
                return [.say(UndoneThing.words(thing))] + renewal()
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
    private mutating func take(_ found: StudySession?) -> [Effect] {
        guard var found, !found.items.isEmpty else { return [.pop, .say("this session is not here any more")] }
        guard let shown = session else {
            let opening = openingAt.flatMap { id in found.items.firstIndex { $0.questionId == id } }
            position = opening ?? found.resumePosition
            session = found
            return [.perform(.fetch(.item(questionId)))]
        }
        // Where this learner is, and what is typed here, is this program's to say.
        let before = item.map { shown.answers[$0.question.id] } ?? nil
        found.place = shown.place
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
        confirmedCount = nil
        scroll = ScrollPosition()
        shownAt = now.at
        cursor = 0
        guard let found, let session, found.question.kind.isChoice || found.question.kind == .free else {
            phase = .missing
            missing.insert(questionId)
            return
        }
        order = Self.optionOrder(found.question, drawn: session.items[position].options)
        chosen = (session.place.chosen[questionId] ?? []).intersection(order)
        field.replace(with: session.place.drafts[questionId] ?? "")
        hasUnsavedDraft = false
        phase =
            switch standing {
            case .some(let answer) where answer.grade != nil: .answered
            case .some: .grading
            case nil: found.question.kind == .free ? .writing : .choosing
            }
        if let standing {
            // What was chosen is shown even where its author has taken it out since.
            let left = found.retiredOptions.map(\.id).filter(standing.selected.contains)
            order += left.filter { !order.contains($0) }
            revealInSight()
        }
    }

    /// What an answer held that was taken back is again as it was before Enter: nothing typed is ever lost.
    private mutating func putBack(_ thing: UndoneThing) {
        guard let question = thing.question, let answer = thing.answer else { return }
        let selected = Set(answer.selection.ids)
        session?.place.chosen[question] = selected.isEmpty ? nil : selected
        session?.place.drafts[question] = answer.response
    }

    /// Asks for the key points of a free answer that is shown.
    private var suggestion: [Effect] {
        guard item?.question.kind == .free, let standing else { return [] }
        return [.perform(.suggest(question: questionId, answer: standing.response ?? ""))]
    }

    /// The drawn order, without options that have left the question since and with new ones at the end.
    static func optionOrder(_ question: Question, drawn: [String]) -> [String] {
        let here = Set(question.options.map(\.id))
        let known = Set(drawn)
        return drawn.filter(here.contains) + question.options.map(\.id).filter { !known.contains($0) }
    }

    /// What the journal now holds is shown; nothing is before.
    private mutating func recorded(_ events: [NewEvent], at now: Moment) -> [Effect] {
        var effects: [Effect] = []
        for event in events { effects += apply(event, at: now) }
        return effects
    }

    private mutating func apply(_ new: NewEvent, at now: Moment) -> [Effect] {
        let question = new.questionId ?? ""
        switch new.event {
        case .answerGiven(let given):
            var answer = StandingAnswer()
            answer.selected = Set(given.selection.ids)
            answer.response = given.response
            answer.rating = given.grade
            answer.contentHash = given.contentHash
            answer.elapsedMs = given.elapsedMs
            if let isCorrect = given.isCorrect {
                answer.grade = AnswerGrade(isCorrect: isCorrect, score: given.score ?? 0)
            }
            session?.answers[question] = answer
            session?.place.chosen[question] = nil
            session?.place.drafts[question] = nil
            hasUnsavedDraft = false
            phase = answer.grade == nil ? .grading : .answered
            revealInSight()
            return [.barrier] + suggestion
        case .answerGraded(let graded):
            session?.answers[question]?.grade = AnswerGrade(isCorrect: graded.isCorrect, score: graded.score)
            session?.answers[question]?.rating = graded.grade
            phase = .answered
            // The explanation was in sight while grading: the next question can come at once.
            return [.barrier] + (facts.isLast ? [] : onward())
        case .itemMarked(let mark):
            if mark.isMarked {
                session?.marks.flagged.insert(question)
            } else {
                session?.marks.flagged.remove(question)
            }
            return [.say(mark.isMarked ? "flagged for this session" : "flag taken off")]
        case .optionStruck(let strike):
            if strike.isStruck {
                session?.marks.struck[question, default: []].insert(strike.option)
                // What is struck out is not chosen.
                if chosen.remove(strike.option) != nil {
                    session?.place.chosen[question] = chosen.isEmpty ? nil : chosen
                    return [keepPlace()]
                }
            } else {
                session?.marks.struck[question]?.remove(strike.option)
            }
            return []
        case .settingChanged(let change):
            if let isShown = StudyClock.isShown(after: change) { session?.showsClock = isShown }
            return []
        case .sessionCompleted: return [.replace(.summary(session: sessionId))]
        default: return []
        }
    }
}
