import CarrelCore
import Glibc

/// Checks packs as their authors want to know it: everything loading refuses, and advice besides.
public enum Linter {
    /// Checks files, and directories laid out as a root.
    ///
    /// A file is checked beside the packs it lies among, so that it may refer to them; these are not reported on.
    ///
    /// - Parameters:
    ///   - context: More roots that may be referred to, such as the built-in one.
    ///   - recordedOptions: The option ids known of questions that were loaded before, by question. An option whose id
    ///     is neither written nor among them was edited, and answers given to it are lost.
    public static func lint(
        paths: [String], context: [PackRoot] = [], recordedOptions: [String: Set<String>] = [:]
    ) -> LintReport {
        var gathering = LintGathering()
        for path in paths { gathering.add(path) }
        gathering.addContext(context)

        let readings = gathering.context + gathering.checked
        _ = CrossCheck(
            readings, known: KnownIDs(), gone: [], builtInRoots: Set(context.filter(\.isBuiltIn).map(\.path)))
        for reading in gathering.checked {
            PackAdvice(reading: reading).advise()
            for placed in reading.questions {
                QuestionAdvice(placed, reading.faults, recordedOptions[placed.question.id] ?? []).advise()
            }
        }
        SimulationCheck(readings).check(gathering.checked)
        NearDuplicates.advise(gathering.checked)
        return LintReport(
            faults: (gathering.faults + gathering.checked.flatMap(\.faults.faults)).sorted(),
            filesChecked: gathering.checked.count,
            questionsChecked: gathering.checked.reduce(0) { $0 + $1.questions.count })
    }
}

/// Collects the files to check, each once, and those that may be referred to.
private struct LintGathering {
    private(set) var checked: [PackReading] = []
    private(set) var context: [PackReading] = []
    private(set) var faults: [PackFault] = []
    private var seen: Set<String> = []
    private var surroundings: [PackRoot] = []

    mutating func add(_ path: String) {
        do throws(FileProblem) {
            guard try FileAccess.isDirectory(path) else {
                read(path, root: Self.root(around: path)) { $0.checked.append($1) }
                surroundings.append(PackRoot(path: Self.root(around: path), isBuiltIn: false))
                return
            }
            let finder = PackFinder(root: path)
            faults += finder.faults
            for file in finder.files { read(file.path, root: path) { $0.checked.append($1) } }
        } catch {
            report(error, path)
        }
    }

    /// Reads what may be referred to: `roots`, and the packs around single files. To be called last.
    mutating func addContext(_ roots: [PackRoot]) {
        for root in roots + surroundings {
            for file in PackFinder(root: root.path).files {
                read(file.path, root: root.path) { $0.context.append($1) }
            }
        }
    }

    private mutating func read(
        _ path: String, root: String, _ keep: (inout LintGathering, PackReading) -> Void
    ) {
        guard seen.insert(Self.canonical(path)).inserted else { return }
        do throws(FileProblem) {
            let (bytes, file) = try FileAccess.read(path, root: root)
            keep(&self, PackReading(bytes: bytes, file: file))
        } catch {
            report(error, path)
        }
    }

    private mutating func report(_ problem: FileProblem, _ path: String) {
        faults.append(PackFault(severity: .error, file: path, message: problem.message))
    }

    /// The directory above the folder a pack lies in, or the folder itself when it is none of a root's.
    private static func root(around path: String) -> String {
        var parts = canonical(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if let folder = parts.last, PackRoot.folders.contains(String(folder)) { parts.removeLast() }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    private static func canonical(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
