import CarrelCore
import CarrelJSON

/// Remembers which file holds what (`packFiles`, `packContents`), so that a thing leaves only with the last file that
/// holds it.
struct PackContents {
    enum Kind: String, CaseIterable, Comparable {
        case certification, channel, interview, path, question, shell

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    struct Item: Hashable, Comparable {
        var kind: Kind
        var id: String

        init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }

        static func < (left: Item, right: Item) -> Bool { (left.kind, left.id) < (right.kind, right.id) }
    }

    let database: Database
    let now: Timestamp
    /// The roots in use, as JSON.
    private let rootList: String

    init(database: Database, now: Timestamp, roots: [String]) throws {
        self.database = database
        self.now = now
        rootList = try JSONText.encode(roots)
    }

    /// What the file holds becomes `items`.
    ///
    /// - Returns: What it held before and holds no longer.
    func replace(of file: PackFile, with items: [Item]) throws -> Set<Item> {
        try record(file)
        let old = try self.items(of: file.path)
        let new = Set(items)
        for item in new.subtracting(old) {
            try database.run(
                "INSERT INTO packContents(path, kind, id) VALUES (?, ?, ?)", file.path, item.kind.rawValue, item.id)
        }
        let left = old.subtracting(new)
        for item in left {
            try database.run(
                "DELETE FROM packContents WHERE path = ? AND kind = ? AND id = ?", file.path, item.kind.rawValue,
                item.id)
        }
        return left
    }

    /// - Returns: What the file held.
    func remove(_ file: PackFile) throws -> Set<Item> {
        let items = try items(of: file.path)
        try database.run("DELETE FROM packContents WHERE path = ?", file.path)
        try database.run("DELETE FROM packFiles WHERE path = ?", file.path)
        return items
    }

    func record(_ file: PackFile) throws {
        try database.run(
            """
            INSERT INTO packFiles(path, root, size, mtimeNs, inode, hash, loader, loadedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(path) DO UPDATE SET
                root = excluded.root, size = excluded.size, mtimeNs = excluded.mtimeNs, inode = excluded.inode,
                hash = excluded.hash, loader = excluded.loader, loadedAt = excluded.loadedAt
            """, file.path, file.root, file.size, file.modified, file.inode, file.hash, CatalogueLoader.version, now)
    }

    /// Whether a file of the roots in use has it.
    func holds(_ item: Item) throws -> Bool {
        try database.integer(
            """
            SELECT EXISTS (
                SELECT 1 FROM packContents c JOIN packFiles f USING (path)
                 WHERE c.kind = ? AND c.id = ? AND f.root IN (SELECT value FROM json_each(?)))
            """, item.kind.rawValue, item.id, rootList) == 1
    }

    /// Files of roots not in use that hold something `file` holds too have been overruled: when their root is used
    /// again, they are to be read anew, however unchanged they look.
    func overrule(by file: PackFile) throws {
        try database.run(
            Self.forget
                + """
                (SELECT theirs.path FROM packContents ours
                   JOIN packContents theirs ON theirs.kind = ours.kind AND theirs.id = ours.id
                  WHERE ours.path = ?)
                """, rootList, file.path)
    }

    /// The same for files that hold an item which is about to retire.
    func overrule(_ item: Item) throws {
        try database.run(
            Self.forget + "(SELECT path FROM packContents WHERE kind = ? AND id = ?)", rootList, item.kind.rawValue,
            item.id)
    }

    private static let forget = """
        UPDATE packFiles SET hash = '', inode = -1
         WHERE root NOT IN (SELECT value FROM json_each(?)) AND path IN 
        """

    private func items(of path: String) throws -> Set<Item> {
        Set(
            try database.rows("SELECT kind, id FROM packContents WHERE path = ?", path) {
                Item(try $0.value(0), $0.text(1))
            })
    }
}

extension Pack.Subject {
    var item: PackContents.Item {
        switch self {
        case .channel(let channel): .init(.channel, channel.id)
        case .certification(let certification): .init(.certification, certification.id)
        case .path(let path): .init(.path, path.id)
        case .interview(let interview): .init(.interview, interview.id)
        case .shell(let shell): .init(.shell, shell.id)
        }
    }
}
