import CarrelTerminal

/// What the desk does itself, whatever screen is on top.
enum DeskAction: String, KeyAction {
    case palette, goTo, jumpBack
    /// What the terminal does of it, wherever one is.
    case redraw, suspend, mouse
    /// The answers to whether less is to be drawn.
    case drawLess, drawAll

    /// Possible over everything that is open, the list of commands too.
    var isTerminals: Bool { [.redraw, .suspend, .mouse, .drawLess, .drawAll].contains(self) }
}

/// What decides which of them are possible.
struct DeskFacts: Equatable, Sendable {
    /// What the keys of the screen on top mean; nil where it has none of its own.
    var context: KeyContext?
    /// A field has every printable key.
    var isText = false
    /// There is a screen to go back to.
    var canJumpBack = true
    /// A screen is open that is left by its own keys alone.
    var isHeld = false
    /// The link is slow, and it was not said yet whether less is to be drawn.
    var isSlow = false
    /// The prompt of a simulation has no meaning of its own for the key that suspends.
    var canSuspendAtPrompt = false

    static func cases() -> [DeskFacts] {
        KeyContext.allCases.flatMap { context in
            FactCases.all(DeskFacts(context: context, isText: context.isField), [\.canJumpBack, \.isHeld, \.isSlow])
        }
    }
}

extension KeyTable where Facts == DeskFacts, Action == DeskAction {
    static let desk = KeyTable(
        .everywhere, "Everywhere", cases: DeskFacts.cases, isText: \.isText,
        bindings: [
            Binding([.char(":")], .palette, "commands", help: "find a command, or a place to go to", isHinted: true) {
                !$0.isText && $0.context != nil && $0.context != .confidence
            },
            Binding([.char("'")], .goTo, "go to", help: "from lists and texts: go somewhere else, a letter says where")
            {
                !$0.isText && !$0.isHeld && $0.context.map { !$0.isQuestion } == true
            },
            Binding([.control("o")], .jumpBack, "jump back", help: "back to the screen before, also after a jump") {
                !$0.isText && $0.canJumpBack && $0.context.map { !$0.isQuestion || $0 == .besideField } == true
            },
            // A simulated device has these keys for itself.
            Binding([.control("l")], .redraw, "redraw", help: "draw the screen anew") { $0.context != .simulation },
            Binding([.control("z")], .suspend, "suspend", help: "suspend; fg comes back") {
                $0.context != .simulation || $0.canSuspendAtPrompt
            },
            Binding([.control("t")], .mouse, "mouse", help: "the mouse on or off, until you leave"),
            Binding([.control("y")], .drawLess, "draw less", help: "draw less on this slow link, from now on") {
                $0.isSlow
            },
            Binding([.control("r")], .drawAll, "draw all", help: "draw everything as before, and never ask again") {
                $0.isSlow
            },
        ])
}

extension HelpTopic {
    /// The keys of the desk that are possible in a context, and the one that cannot be changed.
    static func everywhere(in context: KeyContext?) -> HelpTopic {
        var topic = KeyTable.desk.help(in: DeskFacts(context: context, isText: context?.isField ?? false))
        topic.entries += [
            HelpEntry(keys: [.control("c")], text: "as esc; on Home, leave")
        ]
        return topic
    }
}

// MARK: Going somewhere

/// A place to go to from anywhere.
enum Place: String, KeyAction, CaseIterable {
    case home, channels, certifications, paths, bookmarks, wrong, tags, search, history, reports, settings

    var title: String {
        switch self {
        case .home: "Home"
        case .channels: "Channels"
        case .certifications: "Certifications"
        case .paths: "Learning paths"
        case .bookmarks: "Bookmarks"
        case .wrong: "Wrong answers"
        case .tags: "Tags"
        case .search: "Search"
        case .history: "History"
        case .reports: "My reports"
        case .settings: "Settings"
        }
    }

    /// What going there is called in help and in the palette, with what one would look for.
    var help: String {
        switch self {
        case .settings: "go to \(title): theme, mouse, how questions are asked"
        case .certifications: "go to \(title): where exams begin"
        case .history: "go to \(title): sessions and exams, results and reports"
        default: "go to \(title)"
        }
    }

    /// Nil is Home, which is always open.
    var destination: Destination? {
        switch self {
        case .home: nil
        case .channels: .channels
        case .certifications: .certifications
        case .paths: .paths
        case .bookmarks: .bookmarks
        case .wrong: .questions(QuestionListing(crumbs: ["Wrong answers"], topic: .wrong))
        case .tags: .tags
        case .search: .search
        case .history: .history
        case .reports: .reports(question: nil)
        case .settings: .settings
        }
    }

    fileprivate var usualKey: Key {
        switch self {
        case .home: .char("h")
        case .channels: .char("c")
        case .certifications: .char("e")
        case .paths: .char("p")
        case .bookmarks: .char("b")
        case .wrong: .char("w")
        case .tags: .char("t")
        case .search: .char("s")
        case .history: .char("y")
        case .reports: .char("r")
        case .settings: .char(",")
        }
    }
}

/// What can follow the key for going somewhere.
enum GoToAction: String, KeyAction {
    case home, channels, certifications, paths, bookmarks, wrong, tags, search, history, reports, settings
    case jumpBack, help, cancel

    init(_ place: Place) { self = GoToAction(rawValue: place.rawValue) ?? .cancel }

    /// Nil where it goes nowhere new.
    var place: Place? { Place(rawValue: rawValue) }
}

/// What decides which of them are possible.
struct GoToFacts: Equatable, Sendable {
    /// The place on screen now, where it is one.
    var here: Place?
    var canJumpBack = true

    static func cases() -> [GoToFacts] {
        ([nil] + Place.allCases).flatMap { place in
            [false, true].map { GoToFacts(here: place, canJumpBack: $0) }
        }
    }
}

extension KeyTable where Facts == GoToFacts, Action == GoToAction {
    static let goTo = KeyTable(
        .goTo, "Keys for going somewhere", cases: GoToFacts.cases,
        bindings: Place.allCases.map { place in
            Binding([place.usualKey], GoToAction(place), place.title, help: place.help) {
                $0.here != place
            }
        } + [
            Binding([.char("'"), .control("o")], .jumpBack, "Jump back", help: "back to the screen before") {
                $0.canJumpBack
            },
            Binding([.char("?")], .help, "Help", help: "all keys of this screen"),
            Binding([.escape, .char("q")], .cancel, "cancel", help: "stay here", isHinted: true),
        ])
}
