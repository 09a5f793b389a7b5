/// Files below a directory that fit what is asked.
enum Find {
    private static let beyond: Set<String> = [
        "!", "(", "-amin", "-anewer", "-atime", "-cmin", "-cnewer", "-ctime", "-daystart", "-depth", "-exec",
        "-execdir",
        "-executable", "-false", "-follow", "-fprint", "-gid", "-ilname", "-inum", "-ipath", "-iregex", "-links",
        "-lname", "-ls", "-mmin", "-mount", "-mtime", "-newer", "-nogroup", "-not", "-nouser", "-o", "-ok", "-or",
        "-path", "-print0", "-printf", "-prune", "-quit", "-readable", "-regex", "-samefile", "-true", "-uid",
        "-wholename", "-writable", "-xdev",
    ]

    static func find(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        var words = invocation.arguments.map(\.text)[...]
        var places: [String] = []
        while let word = words.first, !word.hasPrefix("-"), word != "!", word != "(" {
            places.append(word)
            words.removeFirst()
        }
        var tests: [(FileNode) -> Bool] = [], deletes = false, deepest = Int.max, shallowest = 0
        while let test = words.popFirst() {
            func value() throws(Complaint) -> String {
                guard let value = words.popFirst() else { throw Complaint("find: missing argument to `\(test)'") }
                return value
            }
            switch test {
            case "-name":
                let pattern = try value()
                let budget = scope.budget
                tests.append { Glob.matches($0.name, pattern, budget) }
            case "-iname":
                let pattern = try value().lowercased()
                let budget = scope.budget
                tests.append { Glob.matches($0.name.lowercased(), pattern, budget) }
            case "-type":
                let kind = try value()
                guard ["d", "f", "l", "b", "c", "p", "s"].contains(kind) else {
                    throw Complaint("find: Unknown argument to -type: \(kind)")
                }
                tests.append { ($0.kind == .dir ? "d" : $0.kind == .link ? "l" : "f") == kind }
            case "-user":
                let user = try value()
                tests.append { $0.owner == user }
            case "-group":
                let group = try value()
                tests.append { $0.group == group }
            case "-perm":
                let text = try value()
                let isAll = text.hasPrefix("-"), isSome = text.hasPrefix("/")
                guard let mode = Int(text.drop { $0 == "-" || $0 == "/" }, radix: 8) else {
                    throw Complaint("find: invalid mode '\(text)'")
                }
                tests.append { node in
                    isAll ? node.mode & mode == mode : isSome ? node.mode & mode != 0 : node.mode == mode
                }
            case "-size":
                let text = try value()
                let digits = text.dropFirst(text.hasPrefix("+") || text.hasPrefix("-") ? 1 : 0).prefix {
                    $0.isASCII && $0.isNumber
                }
                let units = ["": 512, "b": 512, "c": 1, "w": 2, "k": 1024, "M": 1_048_576, "G": 1_073_741_824]
                let letter = text[digits.endIndex...]
                guard let number = Arguments.count(digits), let unit = units[String(letter)] else {
                    if !digits.isEmpty, letter.count == 1 { throw Complaint("find: invalid -size type `\(letter)'") }
                    throw Complaint("find: Invalid argument `\(text)' to -size")
                }
                tests.append { node in
                    let size = (node.size + unit - 1) / unit
                    return text.hasPrefix("+") ? size > number : text.hasPrefix("-") ? size < number : size == number
                }
            case "-empty":
                let scope = scope
                tests.append {
                    $0.kind == .dir ? scope.names(in: $0.path).isEmpty : $0.kind == .file && $0.text.isEmpty
                }
            case "-maxdepth", "-mindepth":
                let text = try value()
                guard let number = Arguments.count(text) else {
                    throw Complaint("find: Expected a positive decimal integer argument to \(test), but got '\(text)'")
                }
                if test == "-maxdepth" { deepest = number } else { shallowest = number }
            case "-delete": deletes = true
            case "-print", "-a", "-and": break
            case _ where beyond.contains(test): throw Arguments.beyond("find", test)
            default: throw Complaint("find: unknown predicate `\(test)'")
            }
        }
        var lines: [String] = [], found: [FileNode] = []
        for place in places.isEmpty ? ["."] : places {
            guard let root = try? scope.file(place) else {
                throw Complaint("find: '\(place)': No such file or directory")
            }
            func walk(_ node: FileNode, depth: Int) {
                if depth >= shallowest, tests.allSatisfy({ $0(node) }) {
                    lines.append(shown(node.path, under: root.path, as: place))
                    found.append(node)
                }
                guard node.kind == .dir, depth < deepest, scope.can(4, node) else { return }
                for name in scope.names(in: node.path) {
                    let child = try? scope.file(scope.child(name, of: node.path), followingLinks: false)
                    if let child { walk(child, depth: depth + 1) }
                }
            }
            walk(root, depth: 0)
        }
        guard deletes else { return CommandOutput(text: lines.asLines) }
        for node in found.reversed() {
            do throws(FileRefusal) { try scope.delete(node.path) } catch {
                throw Complaint("find: cannot delete '\(node.path)': \(error.rawValue)")
            }
        }
        return CommandOutput()
    }

    /// The path as it was asked for: below `.` it begins with `./`.
    static func shown(_ path: String, under root: String, as place: String) -> String {
        let rest = path.dropFirst(root == "/" ? 1 : root.count + 1)
        if rest.isEmpty { return place }
        return place.hasSuffix("/") ? place + rest : place + "/" + rest
    }
}
