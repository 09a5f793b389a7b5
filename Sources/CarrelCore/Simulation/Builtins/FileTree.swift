/// One file, directory or link of a simulated file system: the variables `file.<path>.kind`, `.text`, `.mode`, …
struct FileNode: Equatable, Sendable {
    enum Kind: String, Sendable { case file, dir, link }

    var path: String
    var kind: Kind
    var mode: Int
    var owner: String
    var group: String
    var text: String
    /// Where a link leads.
    var target: String
    var time: String

    var name: String { path == "/" ? "/" : path.split(separator: "/").last.map(String.init) ?? path }
    /// Bytes.
    var size: Int { kind == .dir ? 4096 : kind == .link ? target.utf8.count : text.utf8.count }

    /// `-rw-r--r--`.
    var permissions: String {
        var text = kind == .dir ? "d" : kind == .link ? "l" : "-"
        for shift in [6, 3, 0] {
            let bits = mode >> shift
            text += (bits & 4 != 0 ? "r" : "-") + (bits & 2 != 0 ? "w" : "-")
            let special = shift == 6 ? mode & 0o4000 : shift == 3 ? mode & 0o2000 : mode & 0o1000
            let letter = shift == 0 ? "t" : "s"
            text += special == 0 ? (bits & 1 != 0 ? "x" : "-") : bits & 1 != 0 ? letter : letter.uppercased()
        }
        return text
    }
}

/// Why a file cannot be used, in the words of the C library.
enum FileRefusal: String, Error {
    case missing = "No such file or directory"
    case denied = "Permission denied"
    case isDirectory = "Is a directory"
    case noDirectory = "Not a directory"
    case exists = "File exists"
    case notEmpty = "Directory not empty"
    case full = "No space left on device"
    case nameTooLong = "File name too long"
    case loop = "Too many levels of symbolic links"
    case notPermitted = "Operation not permitted"
}

enum FileTree {
    /// Bytes a file may have: a simulated disk is soon full.
    static let largest = 65_536
    static let mostFiles = 2_000
    /// Bytes of a path, and names in it: what walks a tree calls itself once for each.
    static let longestPath = 1_024
    static let deepest = 64

    static func allows(_ path: String) -> Bool {
        path.utf8.count <= longestPath && path.utf8.count { $0 == 0x2F } <= deepest
    }

    /// What an author leaves out: the kind of a file, its mode and owner, the directories above it.
    static func complete(_ state: inout SimulationState, on device: String) {
        let prefix = "file."
        var paths: Set<String> = []
        for key in state.variables[device]?.keys ?? [:].keys where key.hasPrefix(prefix + "/") {
            let start = key.index(key.startIndex, offsetBy: prefix.count)
            // The dot of the prefix itself is the last one where no part of a file is named.
            guard let dot = key.lastIndex(of: "."), dot > start else { continue }
            let path = String(key[start..<dot])
            if allows(path) { paths.insert(path) }
        }
        let hasFiles = !paths.isEmpty || state.value(of: "cwd", on: device) != nil
        guard hasFiles else { return }
        for path in paths.union(["/"]) {
            var parent = path
            while let slash = parent.lastIndex(of: "/"), parent != "/" {
                parent = slash == parent.startIndex ? "/" : String(parent[..<slash])
                paths.insert(parent)
            }
        }
        paths.insert("/")
        let parents = Set(paths.filter { $0 != "/" }.map(SimulationScope.parent))
        for path in paths {
            func absent(_ part: String) -> Bool { state.value(of: "file.\(path).\(part)", on: device) == nil }
            func set(_ part: String, _ value: String) {
                if absent(part) { state.set("file.\(path).\(part)", to: value, on: device) }
            }
            let isText = !absent("text"), isLink = !absent("to")
            set("kind", isLink ? "link" : isText && !parents.contains(path) ? "file" : "dir")
            let kind = state.value(of: "file.\(path).kind", on: device)
            set("mode", kind == "link" ? "0777" : kind == "dir" ? "0755" : "0644")
            set("owner", "root")
            set("group", state.value(of: "file.\(path).owner", on: device) ?? "root")
            set("time", "Jan 15 09:00")
        }
    }
}
