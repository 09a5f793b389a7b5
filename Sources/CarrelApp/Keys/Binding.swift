import CarrelTerminal

/// One thing a learner can do in a context: the keys that do it, what it is called, and when it is possible.
///
/// `handle` resolves keys through bindings, and the hint bar, help and the palette read the same ones, so none of them
/// can say what is not so.
struct Binding<Facts, Action: KeyAction>: Sendable {
    /// The first is the one that hints show.
    var keys: [Key]
    /// How help names the keys where listing them would be long: `a-i`. Each of them means something of its own then.
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

/// The help of one context, ready to be shown.
struct HelpTopic: Equatable, Sendable {
    var title: String
    var entries: [HelpEntry]
    /// Help of contexts that belong to this one.
    var further: [HelpTopic] = []
    /// Where its keys are met; nil for words that are no keys.
    var context: KeyContext?
}
