import Foundation
import Testing

/// A text that is kept in the repository, so that whoever changes it sees the difference.
struct SnapshotFile {
    /// `Tests/Snapshots`.
    static let directory = Library.root + "/Tests/Snapshots"

    /// Whether this run writes the files instead of comparing with them.
    static let isWriting = ProcessInfo.processInfo.environment["CARREL_SNAPSHOTS"] == "write"

    /// Below `directory`.
    var path: String

    private var place: String { Self.directory + "/" + path }

    /// Compares `text` with what is kept or, in a writing run, keeps it.
    func check(_ text: String) throws {
        guard !Self.isWriting else {
            try FileManager.default.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: place, atomically: true, encoding: .utf8)
            return
        }
        guard let kept = try? String(contentsOfFile: place, encoding: .utf8) else {
            Issue.record("Tests/Snapshots/\(path) is missing; make snapshots writes it")
            return
        }
        // Compared scalar by scalar: characters that only look alike are a difference.
        guard !kept.unicodeScalars.elementsEqual(text.unicodeScalars) else { return }
        let difference = LineDifference(from: kept, to: text).text
        Issue.record(
            """
            Tests/Snapshots/\(path) is no longer what is drawn:
            \(difference)
            If that is what it is to be: make snapshots
            """)
    }

    /// What is kept below `directory`, as paths.
    static func all(in folder: String) -> Set<String> {
        let found = FileManager.default.enumerator(atPath: directory + "/" + folder)?.compactMap { $0 as? String } ?? []
        return Set(found.filter { $0.hasSuffix(".txt") }.map { folder + "/" + $0 })
    }

    func remove() throws { try FileManager.default.removeItem(atPath: place) }
}
