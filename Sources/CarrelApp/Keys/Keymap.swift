import CarrelTerminal

/// The keys a learner has chosen in place of the usual ones, by context and action.
struct Keymap: Equatable, Sendable {
    private var chosen: [KeyContext: [String: [Key]]] = [:]

    /// The usual keys.
    static let usual = Keymap()

    /// What was chosen in a context; nil where nothing was.
    subscript(context: KeyContext) -> [String: [Key]]? { chosen[context] }

    subscript(context: KeyContext, action: String) -> [Key]? {
        get { chosen[context]?[action] }
        set {
            chosen[context, default: [:]][action] = newValue
            if chosen[context]?.isEmpty == true { chosen[context] = nil }
        }
    }
}

extension Keymap {
    /// The one in force around this call; the usual one outside of `inForce`.
    static var current: Keymap { bound.value ?? .usual }

    /// Binds the keys around everything a desk tells its screens and lets them draw.
    func inForce<Result>(_ body: () -> Result) -> Result { Self.bound.bind(self, around: body) }

    private static let bound = ThreadBound<Keymap>()
}
