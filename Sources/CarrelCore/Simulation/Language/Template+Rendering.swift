extension Template {
    /// What a template may need besides the state.
    struct Library: Sendable {
        var fragments: [String: Template] = [:]
        var tables: [String: [String: String]] = [:]
    }

    /// A template that includes itself ends here.
    static let deepest = 8

    /// The empty text when it takes more than the scope's budget has, or becomes longer than a text may be; the budget
    /// is spent then.
    func text(in scope: SimulationScope, _ library: Library) -> String {
        var scope = scope, text = ""
        render(nodes, into: &text, &scope, library, depth: 0)
        return scope.budget.checked(text)
    }

    /// Without the line end that a tag at the end leaves.
    func lines(in scope: SimulationScope, _ library: Library) -> [String] {
        text(in: scope, library).outputLines
    }

    private func render(
        _ nodes: [Node], into text: inout String, _ scope: inout SimulationScope, _ library: Library, depth: Int
    ) {
        for node in nodes where text.utf8.count <= StepBudget.longestText && scope.budget.take() {
            switch node {
            case .text(let literal): text += literal
            case .value(let expression):
                text += expression.filters.applied(to: expression.operand.value(in: scope) ?? "", in: scope, library)
            case .when(let branches, let otherwise):
                let branch = branches.first { $0.condition.holds(in: &scope) }
                render(branch?.nodes ?? otherwise, into: &text, &scope, library, depth: depth)
            case .each(let name, let source, let condition, let body):
                let outer = scope.locals
                for element in source.elements(in: scope)
                where text.utf8.count <= StepBudget.longestText && scope.budget.take() {
                    scope.locals[name] = element
                    guard condition?.holds(in: &scope) ?? true else { continue }
                    render(body, into: &text, &scope, library, depth: depth)
                }
                scope.locals = outer
            case .include(let name, let isLine):
                guard depth < Self.deepest, let fragment = library.fragments[name] else { continue }
                var inner = ""
                render(fragment.nodes, into: &inner, &scope, library, depth: depth + 1)
                text += isLine ? inner.withLineEnd : inner
            case .table(let gap, let body):
                var inner = ""
                render(body, into: &inner, &scope, library, depth: depth)
                text += Self.table(inner, gap: gap)
            case .joined(let most, let indent, let body):
                var inner = ""
                render(body, into: &inner, &scope, library, depth: depth)
                text += Self.joined(inner, perLine: most, indent: indent)
            case .json(let body):
                var inner = ""
                render(body, into: &inner, &scope, library, depth: depth)
                text += LooseJSON.indented(inner)
            }
        }
    }

    private static func joined(_ text: String, perLine most: Int, indent: Int) -> String {
        var joined = ""
        for (number, word) in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated()
        where joined.utf8.count <= StepBudget.longestText {
            if number > 0 { joined += "," + (number % most == 0 ? "\n" + String(repeating: " ", count: indent) : " ") }
            joined += word
        }
        return joined
    }

    /// Columns as wide as their longest cell; the last one is not filled up. What is longer than a text may be is not
    /// gone on with.
    static func table(_ text: String, gap: Int) -> String {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
        }
        var widths: [Int] = []
        for row in rows where row.count > 1 {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        var set = ""
        for (number, row) in rows.enumerated() where set.utf8.count <= StepBudget.longestText {
            if number > 0 { set += "\n" }
            for (column, cell) in row.enumerated() {
                set += cell
                if column < row.count - 1 {
                    set += String(repeating: " ", count: max(0, widths[column] - cell.count) + gap)
                }
            }
        }
        return set
    }
}

extension String {
    /// The lines a text is printed as: none for no text, and a line end at its end begins no line.
    var outputLines: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
