import CarrelCore

/// What has to be done about the pack files, found out with one `stat` each and without reading any.
public struct Survey: Equatable, Sendable {
    /// The roots that exist, the built-in one first.
    public var roots: [PackRoot]
    /// As recorded, by what `stat` says.
    public var unchanged: [PackFile]
    /// New files, whose `hash` is empty, and files that look changed, with the hash recorded for them.
    public var toRead: [PackFile]
    /// Recorded under a root that exists, and no longer there.
    public var gone: [PackFile]
    /// Files and directories that cannot be used.
    public var faults: [PackFault]

    /// Whether the catalogue is up to date: nothing is to be read, and nothing went.
    public var isUnchanged: Bool { toRead.isEmpty && gone.isEmpty }

    /// Compares what is on disk with what was recorded at the last load.
    ///
    /// - Parameters:
    ///   - roots: At most one built-in; files of the others come on top of it.
    ///   - recorded: One entry for each file that was loaded. An entry with an empty hash is always read again.
    public init(of roots: [PackRoot], recorded: [PackFile]) {
        (self.roots, unchanged, toRead, gone, faults) = ([], [], [], [], [])
        var byPath = Dictionary(recorded.map { ($0.path, $0) }) { first, _ in first }
        for root in roots.filter(\.isBuiltIn) + roots.filter({ !$0.isBuiltIn }) where !self.roots.contains(root) {
            let finder = PackFinder(root: root.path)
            faults += finder.faults
            guard finder.exists else { continue }
            self.roots.append(root)
            for file in finder.files { sort(file, recorded: byPath.removeValue(forKey: file.path)) }
        }
        let existing = Set(self.roots.map(\.path))
        gone = byPath.values.filter { existing.contains($0.root) && Self.isMissing($0.path) }
            .sorted { $0.path < $1.path }
        rereadOwn()
    }

    /// A pack of the learner's own may have left out what a built-in one said as well: when built-in ones change, it is
    /// read again, or what it alone still says would be lost.
    private mutating func rereadOwn() {
        let builtIn = Set(roots.filter(\.isBuiltIn).map(\.path))
        guard (toRead + gone).contains(where: { builtIn.contains($0.root) }) else { return }
        for var file in unchanged where !builtIn.contains(file.root) {
            file.hash = ""
            toRead.append(file)
        }
        unchanged.removeAll { !builtIn.contains($0.root) }
    }

    private mutating func sort(_ file: PackFile, recorded: PackFile?) {
        if let recorded, !recorded.hash.isEmpty, file.looksUnchanged(since: recorded) {
            unchanged.append(recorded)
        } else {
            var file = file
            file.hash = recorded?.hash ?? ""
            toRead.append(file)
        }
    }

    /// A file that cannot be seen at the moment (a directory without permission) is not gone.
    private static func isMissing(_ path: String) -> Bool {
        do throws(FileProblem) {
            _ = try FileAccess.status(of: path, root: "")
            return false
        } catch {
            return error.isMissing
        }
    }
}
