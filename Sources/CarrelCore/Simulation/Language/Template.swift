/// A text with tags, printed over the state.
///
/// - `{{if.<if>.ip | or "unassigned" | left 16}}`: a value through filters
/// - `{{when …}}…{{else when …}}…{{else}}…{{end}}`
/// - `{{each x in if where …}}…{{end}}`, also `in lines <ids>` and `in words <ids>`
/// - `{{include name}}`: a fragment of the shell
/// - `{{table 3}}…{{end}}`: columns between ` | `, as wide as their longest cell and that many spaces
/// - `{{json}}…{{end}}`: the JSON inside, indented by four as the tools print it; commas too many are dropped
///
/// A line that holds nothing but a tag of the last four kinds leaves no line behind.
struct Template: Equatable, Sendable {
    indirect enum Node: Equatable, Sendable {
        case text(String)
        case value(Expression)
        case when([Branch], otherwise: [Node])
        case each(String, Condition.Source, where: Condition?, [Node])
        /// - Parameter isLine: It has a line to itself, so what is included ends one.
        case include(String, isLine: Bool)
        case table(gap: Int, [Node])
        /// The words of the body with commas between them, so many on a line; further lines begin so many columns in.
        case joined(perLine: Int, indent: Int, [Node])
        case json([Node])
    }

    struct Branch: Equatable, Sendable {
        var condition: Condition
        var nodes: [Node]
    }

    /// A value and what it goes through.
    struct Expression: Equatable, Sendable {
        var operand: Operand
        var filters: [Filter]
    }

    let nodes: [Node]

    init(_ source: String) throws(SimulationFault) {
        guard source.utf8.contains(0x7B) else {
            nodes = source.isEmpty ? [] : [.text(source)]
            return
        }
        var reader = TemplateReader(segments: try TemplateReader.segments(of: source)[...])
        nodes = try reader.nodes(until: [])
        if let tag = reader.ending { throw SimulationFault("{{\(tag)}} ends nothing") }
    }

    /// The one variable or capture it consists of, or a text without tags.
    init(value: World.Value) throws(SimulationFault) {
        guard case .text(let text) = value else {
            try self.init(value.text)
            return
        }
        // `set: {vlan.<id>.name: <name>}` is what a capture holds.
        let isCapture = text.first == "<" && text.last == ">" && !text.dropFirst().contains("<")
        try self.init(isCapture ? "{{\(text)}}" : text)
    }

    /// Every variable and fragment it reads, for the linter.
    var includes: [String] { Self.includes(of: nodes) }

    private static func includes(of nodes: [Node]) -> [String] {
        nodes.flatMap { node -> [String] in
            switch node {
            case .text, .value: []
            case .include(let name, _): [name]
            case .when(let branches, let otherwise): includes(of: branches.flatMap(\.nodes) + otherwise)
            case .each(_, _, _, let body), .table(_, let body), .joined(_, _, let body), .json(let body):
                includes(of: body)
            }
        }
    }
}
