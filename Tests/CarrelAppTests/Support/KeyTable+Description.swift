import Testing

@testable import CarrelApp

// Thousands of cases are named by these: whole tables with all their bindings would be most of what a run prints.

extension KeyTable: CustomTestStringConvertible {
    public var testDescription: String { "\(name)" }
}
