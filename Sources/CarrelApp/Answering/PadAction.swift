import CarrelTerminal

/// Something a learner does on an answer pad, by key or by mouse.
enum PadAction: Equatable, Sendable {
    case up, down, left, right
    /// To the part after this one, wrapping round.
    case onward
    /// Chooses, lifts or drops what is under the pointer.
    case choose
    /// A letter or digit that names a part; what it does with it is the pad's to say.
    case label(Character)
    /// What is under the pointer does not belong in the answer, or does after all.
    case exclude
    /// Takes the pair under the pointer apart.
    case unpair
    /// Puts what is lifted back.
    case putBack
    /// A click on a part.
    case point(Int)
    /// Scrolls an exhibit, to the left by -1 and to the right by 1.
    case sideways(Int)
    /// Strikes an option out, or restores it.
    case strike(String, isStruck: Bool)
}

extension PadAction {
    /// It changes what is in sight of an exhibit, and nothing else: possible after the answer too.
    var isLook: Bool { if case .sideways = self { true } else { false } }
}

/// What came of it.
enum PadOutcome: Equatable, Sendable {
    /// It means nothing here.
    case nothing
    /// The pointer stands elsewhere, or something was lifted; the answer is what it was.
    case moved
    /// The answer is another one: it wants to be kept.
    case changed
    /// What is struck out is not chosen.
    case struckOut
}

extension PadAction {
    /// Nil for an action of the question's screen that is not the pad's.
    init?(_ action: QuestionAction, key: Key) {
        switch action {
        case .up: self = .up
        case .down: self = .down
        case .left: self = .left
        case .right: self = .right
        case .onPart: self = .onward
        case .choose: self = .choose
        case .exclude: self = .exclude
        case .unpair: self = .unpair
        case .putBack: self = .putBack
        case .leftward: self = .sideways(-1)
        case .rightward: self = .sideways(1)
        case .label:
            guard case .char(let character) = key else { return nil }
            self = .label(character)
        default: return nil
        }
    }
}
