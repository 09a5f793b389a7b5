extension SimulationScope {
    private func key(_ path: String, _ part: String) -> String { "file.\(path).\(part)" }

    static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    var user: String { value(of: "user") ?? "root" }
    /// Those of the user who types, unless a line is run as another.
    var groups: [String] { (value(of: "groups") ?? user).split(separator: " ").map(String.init) }
    var umask: Int {
        get { value(of: "umask").flatMap { Int($0, radix: 8) } ?? 0o022 }
        set { set("umask", String(newValue, radix: 8).leftFilled(to: 4)) }
    }
    var directory: String { value(of: "cwd") ?? "/" }
    var home: String { user == "root" ? "/root" : value(of: "env.HOME") ?? "/home/\(user)" }

    /// The path from the root, without `.` and `..`; links are not followed.
    func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : directory + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private func node(at path: String) -> FileNode? {
        guard let kind = value(of: key(path, "kind")).flatMap(FileNode.Kind.init) else { return nil }
        return FileNode(
            path: path, kind: kind, mode: (Int(value(of: key(path, "mode")) ?? "", radix: 8) ?? 0o644) & 0o7777,
            owner: value(of: key(path, "owner")) ?? "root", group: value(of: key(path, "group")) ?? "root",
            text: value(of: key(path, "text")) ?? "", target: value(of: key(path, "to")) ?? "",
            time: value(of: key(path, "time")) ?? "")
    }

    /// Where the path leads when every link on the way is followed, the last one too where asked for.
    private func resolved(_ path: String, followingLast: Bool) throws(FileRefusal) -> String {
        var remaining = absolute(path).split(separator: "/").map(String.init)[...]
        var place = "/", links = 0
        while let part = remaining.popFirst(), budget.take() {
            if part == ".." {
                place = Self.parent(place)
                continue
            }
            let next = place == "/" ? "/" + part : place + "/" + part
            if let here = node(at: place) {
                if here.kind != .dir { throw .noDirectory }
                if !can(1, here) { throw .denied }
            }
            guard let found = node(at: next) else {
                if !remaining.isEmpty { throw .missing }
                return next
            }
            if found.kind == .link, followingLast || !remaining.isEmpty {
                links += 1
                if links > 20 { throw .loop }
                let target = found.target.hasPrefix("/") ? found.target : place + "/" + found.target
                remaining = ArraySlice(target.split(separator: "/").map(String.init).filter { $0 != "." } + remaining)
                place = "/"
            } else {
                place = next
            }
        }
        return place
    }

    /// The file the path leads to.
    func file(_ path: String, followingLinks: Bool = true) throws(FileRefusal) -> FileNode {
        guard let node = node(at: try resolved(path, followingLast: followingLinks)) else { throw .missing }
        if path.hasSuffix("/"), node.kind != .dir { throw .noDirectory }
        return node
    }

    /// Whether the user may read (4), write (2) or search or run (1) it.
    func can(_ bit: Int, _ node: FileNode) -> Bool {
        if user == "root" { return true }
        let shift = node.owner == user ? 6 : groups.contains { $0 == node.group } ? 3 : 0
        return node.mode >> shift & bit != 0
    }

    /// The names in a directory, sorted.
    func names(in directory: String) -> [String] {
        guard FileTree.allows(directory), takesScan(of: device) else { return [] }
        let prefix = "file." + (directory == "/" ? "/" : directory + "/"), suffix = ".kind"
        var names: [String] = []
        for key in state.variables[device]?.keys ?? [:].keys
        where key.utf8.count > prefix.utf8.count + suffix.utf8.count && key.utf8.starts(with: prefix.utf8)
            && key.hasSuffix(suffix)
        {
            let name = key.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
            if !name.contains(0x2F) { names.append(String(decoding: name, as: UTF8.self)) }
        }
        return names.sorted()
    }

    func child(_ name: String, of directory: String) -> String {
        directory == "/" ? "/" + name : directory + "/" + name
    }

    func text(of path: String) throws(FileRefusal) -> String {
        let node = try file(path)
        if node.kind == .dir { throw .isDirectory }
        if !can(4, node) { throw .denied }
        return node.text
    }

    func entries(of path: String) throws(FileRefusal) -> [String] {
        let node = try file(path)
        if node.kind != .dir { throw .noDirectory }
        if !can(4, node) { throw .denied }
        return names(in: node.path)
    }

    /// The directory that an entry is to be made in or taken out of, checked for the right to.
    private func writable(_ path: String) throws(FileRefusal) -> String {
        let parent = try file(Self.parent(path))
        if parent.kind != .dir { throw .noDirectory }
        if !can(2, parent) || !can(1, parent) { throw .denied }
        return parent.path
    }

    mutating func put(_ node: FileNode) {
        set(key(node.path, "kind"), node.kind.rawValue)
        set(key(node.path, "mode"), "0" + String(node.mode, radix: 8).leftFilled(to: 3))
        set(key(node.path, "owner"), node.owner)
        set(key(node.path, "group"), node.group)
        set(key(node.path, "time"), node.time)
        set(key(node.path, "text"), node.kind == .file ? node.text : nil)
        set(key(node.path, "to"), node.kind == .link ? node.target : nil)
    }

    /// Makes a file, directory or link of the user's own where nothing is.
    ///
    /// - Parameter mode: What it may be used for; without one, what the umask leaves.
    mutating func create(
        _ kind: FileNode.Kind, at path: String, text: String = "", target: String = "", mode: Int? = nil
    ) throws(FileRefusal) {
        let place = try resolved(path, followingLast: false)
        guard node(at: place) == nil else { throw .exists }
        guard FileTree.allows(place) else { throw .nameTooLong }
        let parent = try writable(place)
        guard names(in: parent).count < FileTree.mostFiles, text.utf8.count <= FileTree.largest,
            state.variables[device]?.count ?? 0 < FileTree.mostFiles * 8
        else { throw .full }
        let usual = kind == .link ? 0o777 : (kind == .dir ? 0o777 : 0o666) & ~umask
        var made = FileNode(
            path: place, kind: kind, mode: mode ?? usual, owner: user, group: user, text: text, target: target,
            time: now)
        // What is made in a setgid directory has its group, and a directory hands that on.
        if let holder = node(at: parent), holder.mode & 0o2000 != 0 {
            made.group = holder.group
            if kind == .dir { made.mode |= 0o2000 }
        }
        put(made)
    }

    /// Replaces the text of a file, or makes it.
    mutating func write(_ text: String, to path: String, appending: Bool = false) throws(FileRefusal) {
        let place = try resolved(path, followingLast: true)
        guard var node = node(at: place) else {
            try create(.file, at: place, text: text)
            return
        }
        if node.kind == .dir { throw .isDirectory }
        if !can(2, node) { throw .denied }
        node.text = appending ? node.text + text : text
        guard node.text.utf8.count <= FileTree.largest else { throw .full }
        node.time = now
        put(node)
    }

    /// Refuses what may not be taken out of its directory.
    private func checkRemoval(of node: FileNode) throws(FileRefusal) {
        let parent = try writable(node.path)
        if let holder = self.node(at: parent), holder.mode & 0o1000 != 0, user != "root", user != node.owner,
            user != holder.owner
        {
            throw .notPermitted
        }
    }

    /// Gives a file, with all that is below it, a path where nothing is.
    mutating func rename(_ node: FileNode, to path: String) throws(FileRefusal) {
        let place = try resolved(path, followingLast: false)
        try checkRemoval(of: node)
        let parent = try writable(place)
        // The directory above is written into a directory that comes below another one.
        if node.kind == .dir, parent != Self.parent(node.path), !can(2, node) { throw .denied }
        guard takesScan(of: device) else { return }
        let old = "file." + node.path
        let keys = (state.variables[device]?.keys ?? [:].keys).filter { key -> Bool in
            // `/a` is no part of `/a.txt`.
            let rest = key.hasPrefix(old) ? key.dropFirst(old.count) : ""
            return rest.hasPrefix("/") || rest.hasPrefix(".") && !rest.dropFirst().contains { $0 == "." || $0 == "/" }
        }
        let moved = keys.map { (old: $0, new: "file." + place + $0.dropFirst(old.count)) }
        guard moved.allSatisfy({ FileTree.allows(String($0.new.dropFirst("file.".count))) }) else {
            throw .nameTooLong
        }
        for (old, new) in moved {
            set(new, value(of: old))
            set(old, nil)
        }
    }

    /// Takes out a file, or a directory with all that is in it.
    mutating func delete(_ path: String) throws(FileRefusal) {
        let node = try file(path, followingLinks: false)
        try checkRemoval(of: node)
        if node.kind == .dir {
            for name in names(in: node.path) { try delete(child(name, of: node.path)) }
        }
        for part in ["kind", "mode", "owner", "group", "time", "text", "to"] { set(key(node.path, part), nil) }
    }

    var now: String { value(of: "clock.now") ?? "Jan 15 10:30" }

    /// What a path that begins so may become, directories with a slash.
    func fileNames(beginning partial: String) -> [String] {
        let slash = partial.lastIndex(of: "/")
        let head = slash.map { String(partial[...$0]) } ?? "", tail = partial.dropFirst(head.count)
        let expanded = head.hasPrefix("~/") ? home + head.dropFirst() : head
        guard let names = try? entries(of: expanded.isEmpty ? directory : expanded) else { return [] }
        return names.filter { $0.hasPrefix(tail) && (!$0.hasPrefix(".") || tail.hasPrefix(".")) }.map { name in
            let node = try? file((expanded.isEmpty ? "" : expanded) + name)
            return head + name + (node?.kind == .dir ? "/" : "")
        }
    }
}

extension String {
    func leftFilled(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
