/// What is wrong with a piece of a shell: an author reads it behind the place.
public struct SimulationFault: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) { self.description = description }

    /// Levels that anything written in the small languages may be nested: their readers and what walks their trees
    /// call themselves once for each.
    static let deepest = 32
    /// Bytes of one condition, pattern or name.
    static let longest = 4_096

    static func checkDepth(_ depth: Int, of thing: String) throws(SimulationFault) {
        if depth > deepest { throw SimulationFault("the \(thing) is nested more than \(deepest) deep") }
    }

    static func checkLength(_ source: some StringProtocol, of thing: String) throws(SimulationFault) {
        if source.utf8.count > longest { throw SimulationFault("the \(thing) has more than \(longest) bytes") }
    }
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

    /// Whether a simulated file may have this path.
    public static func allowsPath(_ path: String) -> Bool { FileTree.allows(path) }
    /// Bytes of a path.
    public static var longestPath: Int { FileTree.longestPath }
    /// Names in a path.
    public static var deepestPath: Int { FileTree.deepest }

    private static func fault(_ body: () throws(SimulationFault) -> Void) -> String? {
        do throws(SimulationFault) {
            try body()
            return nil
        } catch {
            return error.description
        }
    }
}
