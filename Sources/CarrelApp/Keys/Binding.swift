import CarrelTerminal

/// One thing a learner can do in a context: the keys that do it, what it is called, and when it is possible.
///
/// `handle` resolves keys through bindings, and the hint bar and help read the same ones, so none of them can say
/// what is not so.
struct Binding<Facts, Action: Hashable & Sendable>: Sendable {
    /// The first is the one that hints show.
    var keys: [Key]
    /// How help names the keys where listing them would be long: `a-i`.
    var shown: String?
    var action: Action
    /// What it does, in a word or two.
    var label: String
    /// The same in a sentence, for help.
    var help: String
    /// Whether it belongs in the hint bar, where only what matters here has room.
    var isHinted: Bool
    var isPossible: @Sendable (Facts) -> Bool

    init(
        _ keys: [Key], shown: String? = nil, _ action: Action, _ label: String, help: String = "",
        isHinted: Bool = false,
        when isPossible: @escaping @Sendable (Facts) -> Bool = { _ in true }
    ) {
        self.keys = keys
        self.shown = shown
        self.action = action
        self.label = label
        self.help = help.isEmpty ? label : help
        self.isHinted = isHinted
        self.isPossible = isPossible
    }
}

/// A key and what it does, as the hint bar shows it.
struct Hint: Equatable, Sendable {
    var key: Key
    var label: String
}

/// What help says of one binding.
struct HelpEntry: Equatable, Sendable {
    var keys: [Key]
    var shown: String?
    var text: String
}

/// The keys of one context.
struct KeyTable<Facts, Action: Hashable & Sendable>: Sendable {
    /// Named in help: "Keys in a list".
    var context: String
    var bindings: [Binding<Facts, Action>]

    /// What `key` does here now; nil when it is not bound or not possible.
    func action(for key: Key, in facts: Facts) -> Action? {
        bindings.first { $0.keys.contains(key) && $0.isPossible(facts) }?.action
    }

    func hints(in facts: Facts) -> [Hint] {
        bindings.compactMap { binding in
            guard binding.isHinted, binding.isPossible(facts), let key = binding.keys.first else { return nil }
            return Hint(key: key, label: binding.label)
        }
    }

    func help(in facts: Facts) -> HelpTopic {
        HelpTopic(
            title: context,
            entries: bindings.filter { $0.isPossible(facts) }.map {
                HelpEntry(keys: $0.keys, shown: $0.shown, text: $0.help)
            })
    }
}

/// The help of one context, ready to be shown.
struct HelpTopic: Equatable, Sendable {
    var title: String
    var entries: [HelpEntry]
    /// Help of contexts that belong to this one.
    var further: [HelpTopic] = []

    /// Keys the desk handles itself, on every screen.
    static let everywhere = HelpTopic(
        title: "Everywhere",
        entries: [
            HelpEntry(keys: [.control("c")], text: "as esc; on Home, leave"),
            HelpEntry(keys: [.control("l")], text: "draw the screen anew"),
            HelpEntry(keys: [.control("z")], text: "suspend; fg comes back"),
            HelpEntry(keys: [.control("t")], text: "the mouse on or off, for now"),
        ])
}
