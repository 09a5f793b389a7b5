import CarrelCore
import CarrelTerminal

/// A screen is a value: events go in, what must be done outside comes back, and it draws itself on a canvas.
protocol Screen: Sendable {
    /// - Parameter now: When the event happened.
    mutating func handle(_ event: Event, at now: Moment) -> [Effect]

    func draw(on canvas: inout Canvas, in surroundings: Surroundings)

    /// Milliseconds until it wants a tick; nil when nothing on it moves.
    var tick: Int? { get }

    /// Time runs out on it, also while other pages lie over it.
    var isTimed: Bool { get }

    /// Milliseconds left on it; nil where none run out.
    func timeLeft(at now: Moment) -> Int64?

    /// The clock of a page that others lie over, for their header; nil where none is to be seen.
    func runningClock(at now: Moment) -> String?

    /// A sheet or dialog on the way to another screen: that one takes its place.
    var isTransient: Bool { get }

    /// What it is opened as anew when a jump leads back to it, because what it holds may be outdated by then; nil
    /// where it stands as it was left.
    var reopening: Destination? { get }

    /// Whether it is left by its own keys alone: no command leads elsewhere while it is open.
    var isHeld: Bool { get }

    /// What is on screen in words alone, for somebody who hears it; empty where the selected row says enough.
    var spoken: String { get }

    /// Where one is, for somebody who comes back to what they have heard: "question 3 of 10".
    var whereabouts: String { get }

    /// The screen shows something of its own over what it is for.
    var isCovered: Bool { get }

    /// The selected row says more than `spoken` does.
    var speaksRow: Bool { get }

    /// Whether `key` ends the program here.
    func isLeft(by key: Key) -> Bool

    /// What its keys do now; nil while it has none.
    var offer: KeyOffer? { get }
}

extension Screen {
    var tick: Int? { nil }
    var isTimed: Bool { false }
    func timeLeft(at now: Moment) -> Int64? { nil }
    func runningClock(at now: Moment) -> String? { nil }
    var isTransient: Bool { false }
    var reopening: Destination? { nil }
    var isHeld: Bool { false }
    var spoken: String { "" }
    var whereabouts: String { "" }
    var isCovered: Bool { false }
    var speaksRow: Bool { spoken.isEmpty }
    func isLeft(by key: Key) -> Bool { false }
    var offer: KeyOffer? { nil }
}

/// What a screen is drawn in: everything it shows that is not its own.
struct Surroundings: Sendable {
    var glyphs: Glyphs
    var now: Moment
    /// Stands in the place of the hint bar until the next key.
    var message: String?
    /// What the header says of the learner's work: "saved", or in words that it is not.
    var saved = SaveState.saved
    /// Packs being read, and how far that is.
    var loading: LoadingProgress?
    /// What Carrel asks on the rule above the hint bar, in the way of nothing; nil mostly.
    var proposal: String?
    /// The time left of an exam under the page; nil where none runs there.
    var clock: String?
}

/// Whether what was done last is on disk.
enum SaveState: Equatable, Sendable {
    case saved
    case notSaved

    var words: String { self == .saved ? "saved" : "NOT SAVED" }
}
