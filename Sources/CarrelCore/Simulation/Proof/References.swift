/// The names that conditions and templates read.
struct References {
    /// A name that is read, with the loops' variables known at that place.
    struct Read {
        var key: StateKey
        var locals: Set<String>
    }

    private(set) var reads: [Read] = []
    private(set) var groups: [Read] = []
    private(set) var includes: [String] = []
    private(set) var tables: [String] = []
    private(set) var loops: Set<String> = []

    mutating func add(_ condition: Condition, _ locals: inout Set<String>) {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { add(part, &locals) }
        case .not(let part): add(part, &locals)
        case .truth(let term): add(term, locals)
        case .compare(let left, _, let right):
            add(left, locals)
            add(right, locals)
        case .some(let name, let source, let body), .every(let name, let source, let body):
            add(source, locals)
            // What made it hold stays known to what is printed.
            locals.insert(name)
            loops.insert(name)
            add(body, &locals)
        }
    }

    mutating func add(_ template: Template, _ locals: Set<String>) { add(template.nodes, locals) }

    mutating func add(_ key: StateKey, _ locals: Set<String>) {
        for case .name(let inner) in key.parts {
            reads.append(Read(key: StateKey(capture: inner), locals: locals))
            add(inner, locals)
        }
    }

    private mutating func add(_ nodes: [Template.Node], _ locals: Set<String>) {
        for node in nodes {
            switch node {
            case .text: break
            case .value(let expression): add(expression, locals)
            case .when(let branches, let otherwise):
                for branch in branches {
                    var inner = locals
                    add(branch.condition, &inner)
                    add(branch.nodes, inner)
                }
                add(otherwise, locals)
            case .each(let name, let source, let condition, let body):
                add(source, locals)
                loops.insert(name)
                var inner = locals.union([name])
                if let condition { add(condition, &inner) }
                add(body, inner)
            case .include(let name, _): includes.append(name)
            case .table(_, let body), .joined(_, _, let body), .json(let body): add(body, locals)
            }
        }
    }

    private mutating func add(_ term: Condition.Term, _ locals: Set<String>) {
        add(Template.Expression(operand: term.operand, filters: term.filters), locals)
    }

    private mutating func add(_ expression: Template.Expression, _ locals: Set<String>) {
        // `{{"vlan" | count}}` reads a group.
        if case .key = expression.operand { add(expression.operand, locals) }
        for filter in expression.filters {
            if filter.name == .lookup || filter.name == .short, case .literal(let table)? = filter.arguments.first {
                tables.append(table)
            }
            for argument in filter.arguments { add(argument, locals) }
        }
    }

    private mutating func add(_ source: Condition.Source, _ locals: Set<String>) {
        guard source.kind == .group else {
            add(Template.Expression(operand: source.operand, filters: source.filters), locals)
            return
        }
        if case .key(let key) = source.operand {
            groups.append(Read(key: key, locals: locals))
            add(key, locals)
        }
    }

    private mutating func add(_ operand: Operand, _ locals: Set<String>) {
        guard case .key(let key) = operand else { return }
        if !key.isCapture { reads.append(Read(key: key, locals: locals)) }
        add(key, locals)
    }
}
