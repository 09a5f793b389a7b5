/// What has to hold of the state: `if.<if>.up and not (vlan.<id> or <id> = 1)`.
///
/// A name alone holds when it is set and neither empty nor `false`, or when it is a member that has variables.
/// `some x in vlan (…)` and `every x in vlan (…)` ask the members of a group, with `in lines <ids>` the lines and with
/// `in words <ids>` the words of a value; the `x` that made `some` hold stays known to what is printed.
indirect enum Condition: Equatable, Sendable {
    enum Comparison: String, Sendable { case equal = "=", unequal = "!=", less = "<", more = ">", has, within }

    /// What a loop runs over.
    struct Source: Equatable, Sendable {
        enum Kind: Equatable, Sendable { case group, lines, words }

        var kind: Kind
        var operand: Operand
        /// What lines and words go through before they are taken apart.
        var filters: [Filter] = []

        func elements(in scope: SimulationScope) -> [String] {
            guard scope.budget.take() else { return [] }
            switch kind {
            case .group:
                guard case .key(let key) = operand else { return [] }
                return scope.members(of: key.text(in: scope))
            case .lines:
                return value(in: scope).split(separator: "\n").map(String.init)
            case .words:
                return value(in: scope).split { $0 == " " || $0 == "," || $0 == "\n" }.map(String.init)
            }
        }

        private func value(in scope: SimulationScope) -> String {
            filters.applied(to: operand.value(in: scope) ?? "", in: scope, Template.Library())
        }
    }

    /// A value and what it goes through before it is compared: `<net> | network <mask>`.
    struct Term: Equatable, Sendable {
        var operand: Operand
        var filters: [Filter] = []

        init(_ tokens: inout ArraySlice<Token>) throws(SimulationFault) {
            operand = try Operand(&tokens)
            while tokens.first == .pipe {
                tokens.removeFirst()
                filters.append(try Filter(&tokens))
            }
        }

        func value(in scope: SimulationScope) -> String {
            filters.applied(to: operand.value(in: scope) ?? "", in: scope, Template.Library())
        }

        func isTrue(in scope: SimulationScope) -> Bool {
            guard !filters.isEmpty else { return operand.isTrue(in: scope) }
            let value = value(in: scope)
            return !value.isEmpty && value != "false"
        }
    }

    case all([Condition])
    case any([Condition])
    case not(Condition)
    case truth(Term)
    case compare(Term, Comparison, Term)
    case some(String, Source, Condition)
    case every(String, Source, Condition)

    init(_ source: some StringProtocol) throws(SimulationFault) {
        try SimulationFault.checkLength(source, of: "condition")
        var tokens = try Lexer.tokens(source)[...]
        self = try Self.parse(&tokens)
        if let next = tokens.first { throw SimulationFault("\(next.described) is not expected here") }
    }

    /// Reads as much as belongs to a condition.
    static func parse(_ tokens: inout ArraySlice<Token>, depth: Int = 0) throws(SimulationFault) -> Condition {
        var options = [try conjunction(&tokens, depth)]
        while tokens.first == .word("or") {
            tokens.removeFirst()
            options.append(try conjunction(&tokens, depth))
        }
        return options.count == 1 ? options[0] : .any(options)
    }

    private static func conjunction(_ tokens: inout ArraySlice<Token>, _ depth: Int) throws(SimulationFault)
        -> Condition
    {
        var parts = [try single(&tokens, depth)]
        while tokens.first == .word("and") {
            tokens.removeFirst()
            parts.append(try single(&tokens, depth))
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private static func single(_ tokens: inout ArraySlice<Token>, _ depth: Int) throws(SimulationFault) -> Condition {
        try SimulationFault.checkDepth(depth + 1, of: "condition")
        switch tokens.first {
        case .word("not")?:
            tokens.removeFirst()
            return .not(try single(&tokens, depth + 1))
        case .open?: return try parenthesis(&tokens, depth)
        case .word("some")?, .word("every")?:
            let isSome = tokens.removeFirst() == .word("some")
            guard case .word(let name)? = tokens.popFirst() else { throw SimulationFault("a loop has a variable") }
            let source = try source(&tokens)
            let body = tokens.first == .open ? try parenthesis(&tokens, depth) : .all([])
            return isSome ? .some(name, source, body) : .every(name, source, body)
        default: break
        }
        let left = try Term(&tokens)
        guard case .word(let word)? = tokens.first, let comparison = Comparison(rawValue: word) else {
            return .truth(left)
        }
        tokens.removeFirst()
        return .compare(left, comparison, try Term(&tokens))
    }

    private static func parenthesis(_ tokens: inout ArraySlice<Token>, _ depth: Int) throws(SimulationFault)
        -> Condition
    {
        tokens.removeFirst()
        let inner = try parse(&tokens, depth: depth + 1)
        guard tokens.popFirst() == .close else { throw SimulationFault("a \"(\" is not closed") }
        return inner
    }

    /// `in group`, `in lines <x>`, `in words <x>`.
    static func source(_ tokens: inout ArraySlice<Token>) throws(SimulationFault) -> Source {
        guard tokens.popFirst() == .word("in") else { throw SimulationFault("\"in\" is expected behind the variable") }
        for (word, kind) in [("lines", Source.Kind.lines), ("words", .words)] where tokens.first == .word(word) {
            tokens.removeFirst()
            let term = try Term(&tokens)
            return Source(kind: kind, operand: term.operand, filters: term.filters)
        }
        return Source(kind: .group, operand: try Operand(&tokens))
    }

    /// What it says once the budget is spent means nothing.
    func holds(in scope: inout SimulationScope) -> Bool {
        guard scope.budget.take() else { return false }
        switch self {
        case .all(let parts):
            for part in parts where !part.holds(in: &scope) { return false }
            return true
        case .any(let parts):
            for part in parts where part.holds(in: &scope) { return true }
            return false
        case .not(let part): return !part.holds(in: &scope)
        case .truth(let term): return term.isTrue(in: scope)
        case .compare(let left, let comparison, let right):
            return Self.compare(left.value(in: scope), comparison, right.value(in: scope))
        case .some(let name, let source, let body):
            let outer = scope.locals[name]
            for element in source.elements(in: scope) where scope.budget.take() {
                scope.locals[name] = element
                if body.holds(in: &scope) { return true }
            }
            scope.locals[name] = outer
            return false
        case .every(let name, let source, let body):
            let outer = scope.locals[name]
            for element in source.elements(in: scope) where scope.budget.take() {
                scope.locals[name] = element
                if !body.holds(in: &scope) { return false }
            }
            scope.locals[name] = outer
            return true
        }
    }

    private static func compare(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
        switch comparison {
        case .equal: return left == right
        case .unequal: return left != right
        case .less, .more:
            guard let one = Int(left), let other = Int(right) else { return false }
            return comparison == .less ? one < other : one > other
        case .has: return left.split(separator: "\n").contains { $0 == right }
        case .within: return NumberRanges(right).contains(left)
        }
    }
}

/// A variable or a literal.
enum Operand: Equatable, Sendable {
    case literal(String)
    case key(StateKey)

    init(_ tokens: inout ArraySlice<Token>) throws(SimulationFault) {
        switch tokens.popFirst() {
        case .text(let text)?: self = .literal(text)
        case .word(let word)?:
            if Int(word) != nil || word == "true" || word == "false" {
                self = .literal(word)
            } else {
                self = .key(try StateKey(word))
            }
        case let other?: throw SimulationFault("a name or a text is expected, found \(other.described)")
        case nil: throw SimulationFault("a name or a text is expected at the end")
        }
    }

    func value(in scope: SimulationScope) -> String? {
        switch self {
        case .literal(let text): text
        case .key(let key): key.value(in: scope)
        }
    }

    func isTrue(in scope: SimulationScope) -> Bool {
        if let value = value(in: scope) { return !value.isEmpty && value != "false" }
        guard case .key(let key) = self, !key.isCapture else { return false }
        return scope.exists(key.text(in: scope))
    }
}

extension Token {
    var described: String {
        switch self {
        case .word(let word): "\"\(word)\""
        case .text(let text): "the text \"\(text)\""
        case .open: "\"(\""
        case .close: "\")\""
        case .pipe: "\"|\""
        }
    }
}
