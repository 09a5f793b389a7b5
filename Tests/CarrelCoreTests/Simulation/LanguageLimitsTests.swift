import Testing

@testable import CarrelCore

/// A text that repeats another, written small in the names of test cases.
struct Repeated: Sendable, CustomTestStringConvertible {
    enum Reader: Sendable { case condition, pattern, key, template }

    var reader: Reader
    var head = ""
    var unit: String
    var count: Int
    var tail = ""

    var testDescription: String { "\(reader): \(head)\(unit)×\(count)\(tail)" }

    var fault: String? {
        let source = head + String(repeating: unit, count: count) + tail
        return switch reader {
        case .condition: SimulationSyntax.fault(inCondition: source)
        case .pattern: SimulationSyntax.fault(inPattern: source)
        case .key: SimulationSyntax.fault(inKey: source)
        case .template: SimulationSyntax.fault(inTemplate: source)
        }
    }
}

@Suite("Limits of the small languages")
struct LanguageLimitsTests {
    @Test(
        "What is nested too deep is refused by name",
        arguments: [
            (Repeated(reader: .condition, unit: "(", count: 2_000), "condition"),
            (Repeated(reader: .condition, unit: "not ", count: 1_000, tail: "a"), "condition"),
            (Repeated(reader: .condition, unit: "some a in b (", count: 200), "condition"),
            (Repeated(reader: .pattern, head: "a ", unit: "[", count: 2_000), "pattern"),
            (Repeated(reader: .pattern, head: "a ", unit: "(", count: 2_000), "pattern"),
            (Repeated(reader: .key, unit: "<", count: 2_000), "name"),
            (Repeated(reader: .template, unit: "{{when a}}", count: 5_000), "template"),
            (Repeated(reader: .template, unit: "{{each a in b}}", count: 5_000), "template"),
            (Repeated(reader: .template, unit: "{{table}}{{json}}", count: 5_000), "template"),
            (Repeated(reader: .template, head: "{{", unit: "<", count: 2_000, tail: "}}"), "name"),
        ])
    func nesting(source: Repeated, thing: String) {
        #expect(source.fault == "the \(thing) is nested more than 32 deep")
    }

    @Test(
        "What is too long is refused by name",
        arguments: [
            (Repeated(reader: .condition, unit: "(", count: 100_000), "condition"),
            (Repeated(reader: .pattern, unit: "[", count: 100_000), "pattern"),
            (Repeated(reader: .pattern, head: "a ", unit: "b", count: 4_100), "pattern"),
            (Repeated(reader: .key, unit: "<", count: 100_000), "name"),
            (Repeated(reader: .template, head: "{{when ", unit: "(", count: 100_000, tail: "}}"), "condition"),
            (Repeated(reader: .template, head: "{{", unit: "<", count: 100_000, tail: "}}"), "name"),
        ])
    func length(source: Repeated, thing: String) { #expect(source.fault == "the \(thing) has more than 4096 bytes") }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test("What is nested as deep as may be is understood")
    func allowed() {
        #expect(SimulationSyntax.fault(inCondition: Self.repeated("(", 31) + "a" + Self.repeated(")", 31)) == nil)
        #expect(SimulationSyntax.fault(inCondition: Self.repeated("not ", 31) + "a") == nil)
        #expect(SimulationSyntax.fault(inPattern: "a " + Self.repeated("[b ", 8) + Self.repeated("]", 8)) == nil)
        #expect(SimulationSyntax.fault(inKey: Self.repeated("<", 31) + "a" + Self.repeated(">", 31)) == nil)
        #expect(
            SimulationSyntax.fault(inTemplate: Self.repeated("{{when a}}", 31) + Self.repeated("{{end}}", 31)) == nil)
        #expect(SimulationSyntax.fault(inTemplate: Self.repeated("{{a}} {{when a}}x{{end}}", 2_000)) == nil)
    }

    @Test("A pattern that branches too often is refused by name, and not made a tree")
    func branches() throws {
        let options = (0..<24).map { "[w\($0)]" }.joined(separator: " ")
        #expect(
            SimulationSyntax.fault(inPattern: "a " + options)
                == "the pattern can go on in more than 1000 ways; give it fewer optional parts and choices")
        let choices = (0..<12).map { _ in "(a|b|c)" }.joined(separator: " ")
        #expect(SimulationSyntax.fault(inPattern: choices) != nil)
        let simulation = SimulationFixture.simulation(
            SimulationFixture.shell(commands: [ShellCommand(match: ["a " + options])]))
        #expect(simulation.program.trees["m"]?.nodes.count ?? 0 < 1_000)
    }
}
