/// The name of a variable, in part made from others: `if.<if>.up`, `vlan.<if.<if>.vlan>.name`.
struct StateKey: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case text(String)
        /// What a capture or a loop's variable holds, else the device's state.
        case name(StateKey)
    }

    let parts: [Part]

    init(_ source: some StringProtocol) throws(SimulationFault) {
        try SimulationFault.checkLength(source, of: "name")
        var rest = Substring(source)
        parts = try Self.parts(&rest, depth: 0)
        if parts.isEmpty { throw SimulationFault("a name is expected") }
    }

    private init(parts: [Part]) { self.parts = parts }

    /// `<key>`: what the key holds.
    init(capture key: StateKey) { parts = [.name(key)] }

    /// The key inside, of `<key>` alone.
    var inner: StateKey? {
        if case .name(let key)? = parts.first, parts.count == 1 { return key }
        return nil
    }

    private static func parts(_ rest: inout Substring, depth: Int) throws(SimulationFault) -> [Part] {
        try SimulationFault.checkDepth(depth, of: "name")
        var parts: [Part] = [], text = ""
        while let first = rest.first {
            if first == ">", depth > 0 { break }
            rest.removeFirst()
            guard first == "<" else {
                text.append(first)
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            let inner = try Self.parts(&rest, depth: depth + 1)
            guard rest.first == ">" else { throw SimulationFault("a \"<\" is not closed") }
            guard !inner.isEmpty else { throw SimulationFault("\"<>\" names nothing") }
            rest.removeFirst()
            parts.append(.name(StateKey(parts: inner)))
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }

    /// The name itself.
    func text(in scope: SimulationScope) -> String {
        if case .text(let text)? = parts.first, parts.count == 1 { return text }
        return parts.reduce(into: "") { whole, part in
            switch part {
            case .text(let text): whole += text
            case .name(let key): whole += key.contents(in: scope)
            }
        }
    }

    /// Calls `body` with every name it stands for: where a part of it holds several lines, once for each, and with
    /// that part holding the one line.
    func forEach(in scope: inout SimulationScope, _ body: (String, inout SimulationScope) -> Void) {
        guard scope.budget.take() else { return }
        for name in nestedNames {
            let contents = name.contents(in: scope)
            guard contents.utf8.contains(0x0A) else { continue }
            let variable = name.text(in: scope), outer = scope.locals[variable]
            for line in contents.split(separator: "\n") where !scope.budget.isSpent {
                scope.locals[variable] = String(line)
                forEach(in: &scope, body)
            }
            scope.locals[variable] = outer
            return
        }
        body(text(in: scope), &scope)
    }

    private var nestedNames: [StateKey] {
        parts.flatMap { part -> [StateKey] in
            if case .name(let key) = part { return key.nestedNames + [key] }
            return []
        }
    }

    /// What the name stands for: a capture or a loop's variable of that name, else a variable of the state.
    func contents(in scope: SimulationScope) -> String {
        let name = text(in: scope)
        let contents = scope.locals[name] ?? scope.value(of: name) ?? ""
        scope.budget.take(bytes: contents.utf8.count)
        return contents
    }

    /// The value it reads in a condition or a tag: `<x>` is what x holds, any other name is looked up.
    func value(in scope: SimulationScope) -> String? {
        if case .name(let key)? = parts.first, parts.count == 1 {
            let name = key.text(in: scope)
            return scope.locals[name] ?? scope.value(of: name)
        }
        return scope.value(of: text(in: scope))
    }

    /// Whether it is the name of a capture alone: `<x>`.
    var isCapture: Bool {
        if case .name? = parts.first { return parts.count == 1 }
        return false
    }
}
