/// What is wrong with a piece of a shell: an author reads it behind the place.
public struct SimulationFault: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) { self.description = description }
}

/// Checks single pieces of a shell or a world for how they are written.
public enum SimulationSyntax {
    /// What is wrong; nil when nothing is.
    public static func fault(inPattern pattern: String) -> String? {
        fault { () throws(SimulationFault) in _ = try Pattern(pattern) }
    }
    public static func fault(inOption option: String) -> String? {
        fault { () throws(SimulationFault) in _ = try OptionForm(option) }
    }
    public static func fault(inTemplate template: String) -> String? {
        fault { () throws(SimulationFault) in _ = try Template(template) }
    }
    public static func fault(inCondition condition: String) -> String? {
        fault { () throws(SimulationFault) in _ = try Condition(condition) }
    }
    public static func fault(inKey key: String) -> String? {
        fault { () throws(SimulationFault) in _ = try StateKey(key) }
    }

    /// The engine's own commands, for `run:`.
    public static var builtins: [String] { Builtin.allCases.map(\.rawValue) }
    /// The engine's kinds of captures, for `kind:`.
    public static var captureKinds: [String] { CaptureKind.allCases.map(\.rawValue) }
    /// The engine's steps that bring the state in order, for `settle:`.
    public static var settlers: [String] { Settler.allCases.map(\.rawValue) }

    private static func fault(_ body: () throws(SimulationFault) -> Void) -> String? {
        do throws(SimulationFault) {
            try body()
            return nil
        } catch {
            return error.description
        }
    }
}
