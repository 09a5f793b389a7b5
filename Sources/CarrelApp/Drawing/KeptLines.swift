import Synchronization

/// Lines that were laid out, kept until they are wanted for something else: a text of two thousand lines scrolls at
/// the cost of a short one.
///
/// A reference, because drawing changes no screen. Copies of a screen share it, and any two are equal: what is kept is
/// only what would be made again.
final class KeptLines<Key: Equatable & Sendable, Line: Sendable>: Sendable {
    private struct Kept {
        var entries: [(key: Key, lines: [Line])] = []
        var layouts = 0
    }

    private let kept = Mutex(Kept())
    private let capacity: Int

    /// - Parameter capacity: How many keys are kept lines for; the one that is unused for longest goes first.
    init(capacity: Int) { self.capacity = capacity }

    /// How often lines had to be made.
    var layouts: Int { kept.withLock { $0.layouts } }

    /// The lines for `key`, made by `lay` unless they are kept.
    func lines(for key: Key, lay: () -> [Line]) -> [Line] {
        let found: [Line]? = kept.withLock { kept in
            guard let index = kept.entries.lastIndex(where: { $0.key == key }) else { return nil }
            let entry = kept.entries.remove(at: index)
            kept.entries.append(entry)
            return entry.lines
        }
        if let found { return found }
        let lines = lay()
        kept.withLock { kept in
            if kept.entries.count >= capacity { kept.entries.removeFirst() }
            kept.entries.append((key, lines))
            kept.layouts += 1
        }
        return lines
    }
}

extension KeptLines: Equatable {
    static func == (left: KeptLines, right: KeptLines) -> Bool { true }
}

/// A text and everything that decides how its lines look.
struct ProseKey: Equatable, Sendable {
    var source: String
    /// Which options its references name.
    var order: [String]
    var columns: Int
    var isASCII: Bool
}
