import CarrelCore

/// The part of a question's screen where its answer is made: what is chosen, ordered or paired so far, and where the
/// pointer stands.
///
/// A value that knows neither keys nor drawing: screens carry out `PadAction`s on it and keep its `selection`, and
/// `QuestionPage` draws it. A free answer is written in a field and has none.
enum AnswerPad: Equatable, Sendable {
    case choice(ChoicePad)
    case ordering(OrderingPad)
    case matching(MatchingPad)
    case hotspot(HotspotPad)

    /// Nil for a kind that is not answered on a pad.
    ///
    /// - Parameters:
    ///   - order: As `Question.optionOrder(drawn:)` has it.
    ///   - struck: Ids of options that are struck out.
    ///   - selection: What was chosen before; what is not in the question any more is left out.
    init?(
        _ question: Question, order: [String], struck: Set<String> = [], selection: AnswerGiven.Selection = .none
    ) {
        switch question.kind {
        case .single, .multiple:
            self = .choice(ChoicePad(question, order: order, struck: struck, selection: selection))
        case .ordering: self = .ordering(OrderingPad(question, order: order, selection: selection))
        case .matching: self = .matching(MatchingPad(question, order: order, selection: selection))
        case .hotspot: self = .hotspot(HotspotPad(question, order: order, selection: selection))
        case .free, .simulation: return nil
        }
    }

    private var own: any AnswerPadKind {
        switch self {
        case .choice(let pad): pad
        case .ordering(let pad): pad
        case .matching(let pad): pad
        case .hotspot(let pad): pad
        }
    }

    /// The answer as it stands; `.none` while nothing was done.
    var selection: AnswerGiven.Selection { own.selection }

    var isUntouched: Bool { selection == .none }

    /// How much of it is there.
    var amount: PadAmount { own.amount }

    /// What to do where nothing was done yet: `choose one`.
    var request: String { own.request }

    /// The part under the pointer, as lines of the page and clicks count them.
    var pointer: Int { own.pointer }

    /// The id under the pointer; nil where there is none.
    var pointed: String? { own.pointed }

    /// Something is lifted: Esc puts it back before it leaves.
    var isHolding: Bool { own.isHolding }

    /// What is lifted waits to be put down at the pointer.
    var isWaiting: Bool { if case .ordering(let pad) = self { pad.waiting != nil } else { false } }

    /// Some of what is arranged may not belong.
    var canExclude: Bool { if case .ordering(let pad) = self { pad.hasDistractors } else { false } }

    /// An exhibit has more columns than are in sight.
    var isExhibitCut: Bool { if case .hotspot(let pad) = self { pad.isCut } else { false } }

    mutating func perform(_ action: PadAction) -> PadOutcome {
        switch self {
        case .choice(var pad):
            defer { self = .choice(pad) }
            return pad.perform(action)
        case .ordering(var pad):
            defer { self = .ordering(pad) }
            return pad.perform(action)
        case .matching(var pad):
            defer { self = .matching(pad) }
            return pad.perform(action)
        case .hotspot(var pad):
            defer { self = .hotspot(pad) }
            return pad.perform(action)
        }
    }
}

/// What every pad can say and do.
protocol AnswerPadKind: Equatable, Sendable {
    var selection: AnswerGiven.Selection { get }
    var amount: PadAmount { get }
    var request: String { get }
    var pointer: Int { get }
    var pointed: String? { get }
    var isHolding: Bool { get }
    mutating func perform(_ action: PadAction) -> PadOutcome
}

extension AnswerPadKind {
    var isHolding: Bool { false }
}

/// How much of an answer is there.
struct PadAmount: Equatable, Sendable {
    var given: Int
    /// Nil where the question leaves it open.
    var asked: Int?
    /// `chosen`, `paired`.
    var word = "chosen"

    var isComplete: Bool { asked.map { given == $0 } ?? (given > 0) }

    /// `1 chosen, 2 asked for`; nil where nothing is amiss.
    var fault: String? {
        guard given > 0, let asked, given != asked else { return nil }
        return "\(given) \(word), \(asked) asked for"
    }
}

extension AnswerPad {
    /// Whether a choice is an answer at once: of one option, where the learner wants it so.
    ///
    /// - Returns: Whether it is here.
    mutating func answersAtOnce(_ isWanted: Bool) -> Bool {
        guard case .choice(var pad) = self, pad.isSingle else { return false }
        pad.answersAtOnce = isWanted
        self = .choice(pad)
        return isWanted
    }

    /// So many columns an exhibit has on the screen from now on.
    mutating func fit(columns: Int) {
        guard case .hotspot(var pad) = self else { return }
        pad.fit(columns: columns)
        self = .hotspot(pad)
    }
}
