import CarrelContent

/// `carrel lint`: checks packs as their authors want to know it.
struct LintCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let fault = "{severity, file, line, column, key, message}"
    static let shape = "{errors, warnings, filesChecked, questionsChecked, faults: [\(fault)]}"

    /// - Returns: 0 without errors, else 1.
    func run() throws -> Int32 {
        let paths = invocation.operands.isEmpty ? [places.builtInPacks].compactMap { $0 } : invocation.operands
        guard !paths.isEmpty else {
            throw UsageError("no packs found in \(places.searched.joined(separator: ", ")): carrel lint PATH")
        }
        for path in paths where !PathProbe.exists(path) { throw UsageError("\(path): no such file or directory") }
        if invocation.has("--fix") {
            for path in paths {
                let written = try Linter.fix(path: path)
                Console.say("\(path): \(RelativeTime.count(written, "id")) written")
            }
        }
        let context = places.packRoots.filter(\.isBuiltIn)
        let report = Linter.lint(paths: paths, context: context)
        if invocation.has("--json") { try Console.json(report) } else { Console.say(report.text()) }
        return report.errors == 0 ? 0 : 1
    }
}
