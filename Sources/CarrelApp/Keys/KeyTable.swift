import CarrelTerminal

/// The keys of one context.
struct KeyTable<Facts, Action: KeyAction>: Sendable {
    let name: KeyContext
    /// Named in help: "Keys in a list".
    let context: String
    /// As they are when nobody has chosen others.
    let bindings: [Binding<Facts, Action>]
    /// Everything that its facts can say at a time: what can be possible together is found out by asking all of them.
    let cases: @Sendable () -> [Facts]
    /// Whether a field has the keys just now, where that is so at times only.
    private let isAtTimesText: (@Sendable (Facts) -> Bool)?

    init(
        _ name: KeyContext, _ context: String, cases: @escaping @Sendable () -> [Facts],
        isText: (@Sendable (Facts) -> Bool)? = nil, bindings: [Binding<Facts, Action>]
    ) {
        self.name = name
        self.context = context
        self.bindings = bindings
        self.cases = cases
        isAtTimesText = isText
    }

    /// Whether a field has the printable keys and those that edit it.
    func isText(_ facts: Facts) -> Bool { isAtTimesText?(facts) ?? name.isField }

    /// Whether the binding can be possible while a field has the printable keys.
    func isInText(_ binding: Binding<Facts, Action>) -> Bool {
        isAtTimesText == nil ? name.isField : cases().contains { isText($0) && binding.isPossible($0) }
    }

    /// The bindings with the keys that are in force.
    var bound: [Binding<Facts, Action>] { bound(by: Keymap.current) }

    func bound(by keymap: Keymap) -> [Binding<Facts, Action>] {
        guard let chosen = keymap[name] else { return bindings }
        return bindings.map { binding in
            var bound = binding
            bound.keys = keys(of: binding, by: chosen[binding.action.name])
            return bound
        }
    }

    /// A binding's keys when others are chosen: Esc stays where it is, a field keeps its letters, and labels stay
    /// labels.
    private func keys(of binding: Binding<Facts, Action>, by chosen: [Key]?) -> [Key] {
        guard let chosen, binding.shown == nil else { return binding.keys }
        let taken = isInText(binding) ? chosen.filter { !$0.isText } : chosen
        let isAlone =
            binding.keys == [.escape]
            && bindings.contains { $0.action == binding.action && $0.keys != [.escape] }
        guard !taken.isEmpty, !isAlone else { return binding.keys }
        let escape: [Key] = binding.keys.contains(.escape) ? [.escape] : []
        return binding.keys.first == .escape ? escape + taken : taken + escape
    }

    /// What `key` does here now; nil when it is not bound or not possible.
    func action(for key: Key, in facts: Facts) -> Action? {
        // Pressed keys are many: what is not possible is passed by before its keys are looked up.
        let chosen = Keymap.current[name]
        return bindings.first { binding in
            binding.isPossible(facts)
                && (chosen.map { keys(of: binding, by: $0[binding.action.name]) } ?? binding.keys).contains(key)
        }?.action
    }

    func hints(in facts: Facts) -> [Hint] {
        bound.compactMap { binding in
            guard binding.isHinted, binding.isPossible(facts), let key = binding.keys.first else { return nil }
            return Hint(key: key, label: binding.label)
        }
    }

    func help(in facts: Facts) -> HelpTopic {
        HelpTopic(
            title: context,
            entries: bound.filter { $0.isPossible(facts) }.map {
                HelpEntry(keys: $0.keys, shown: $0.shown, text: $0.help)
            },
            context: name)
    }

    /// The key that hints name for `action`; nil where it has none now.
    func key(of action: Action, in facts: Facts) -> Key? {
        bound.first { $0.action == action && $0.isPossible(facts) }?.keys.first
    }

    /// The key in force for `action`, for a sentence about it, possible now or not.
    func word(of action: Action) -> String {
        bound.first { $0.action == action && $0.keys != [.escape] }?.keys.first?.label(ascii: true) ?? ""
    }

    /// What can be done here now, each with a key that does it.
    func offer(in facts: Facts) -> KeyOffer {
        let bound = bound
        let commands = bound.filter { $0.shown == nil && $0.isPossible(facts) }.compactMap { binding -> KeyCommand? in
            // A key that an earlier binding has would do that one's action.
            let key = binding.keys.first { key in
                bound.first { $0.keys.contains(key) && $0.isPossible(facts) }?.action == binding.action
            }
            return key.map {
                KeyCommand(
                    name: binding.action.name, label: binding.label, help: binding.help, keys: binding.keys,
                    trigger: $0, isHinted: binding.isHinted)
            }
        }
        return KeyOffer(context: name, isText: isText(facts), commands: commands)
    }
}

/// Something that can be done on a screen now, and the key that does it.
struct KeyCommand: Equatable, Sendable {
    var name: String
    var label: String
    var help: String
    var keys: [Key]
    /// Sent to the screen, this one does it.
    var trigger: Key
    var isHinted: Bool
}

/// What a screen's keys do now.
struct KeyOffer: Equatable, Sendable {
    var context: KeyContext
    /// A field has every printable key.
    var isText: Bool
    var commands: [KeyCommand]
}
