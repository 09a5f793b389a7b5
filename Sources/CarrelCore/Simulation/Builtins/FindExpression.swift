/// What `find` asks of a file: tests with `!`, `-a`, `-o` and parentheses between them.
struct FindExpression {
    typealias Test = (FileNode, SimulationScope) -> Bool

    private(set) var test: Test = { _, _ in true }
    private(set) var deletes = false
    private(set) var deepest = Int.max
    private(set) var shallowest = 0

    private static let beyond: Set<String> = [
        "-amin", "-anewer", "-atime", "-cmin", "-cnewer", "-ctime", "-daystart", "-depth", "-exec", "-execdir",
        "-executable", "-follow", "-fprint", "-gid", "-ilname", "-inum", "-ipath", "-iregex", "-links",
        "-lname", "-ls", "-mmin", "-mount", "-mtime", "-newer", "-nogroup", "-nouser", "-ok", "-print0", "-printf",
        "-path", "-prune", "-quit", "-readable", "-regex", "-samefile", "-uid", "-wholename", "-writable", "-xdev",
    ]
    private static let deepestNesting = 20

    private var words: ArraySlice<String>
    private var nesting = 0

    init(_ words: ArraySlice<String>) throws(Complaint) {
        self.words = words
        guard !words.isEmpty else { return }
        test = try alternatives()
        if let word = self.words.first {
            throw Complaint(
                word == ")"
                    ? "find: invalid expression; you have too many ')'"
                    : "find: paths must precede expression: `\(word)'")
        }
    }

    private mutating func alternatives() throws(Complaint) -> Test {
        var any = [try all()]
        while let sign = words.first, sign == "-o" || sign == "-or" {
            words.removeFirst()
            any.append(try all(behind: sign))
        }
        let tests = any
        return { node, scope in tests.contains { $0(node, scope) } }
    }

    private mutating func all(behind sign: String? = nil) throws(Complaint) -> Test {
        var tests: [Test] = []
        while let word = words.first, word != ")", word != "-o", word != "-or" {
            if word == "-a" || word == "-and" {
                guard !tests.isEmpty, words.count > 1 else { throw Self.lonely(word) }
                words.removeFirst()
            }
            tests.append(try one())
        }
        guard !tests.isEmpty else {
            if let word = sign ?? words.first, word != ")" { throw Self.lonely(word) }
            throw Complaint("find: invalid expression; empty parentheses are not allowed.")
        }
        let every = tests
        return { node, scope in every.allSatisfy { $0(node, scope) } }
    }

    private static func lonely(_ sign: String) -> Complaint {
        Complaint("find: invalid expression; you have used a binary operator '\(sign)' with nothing before it.")
    }

    private mutating func one() throws(Complaint) -> Test {
        guard let word = words.popFirst() else { throw Complaint("find: expected an expression") }
        switch word {
        case "!", "-not":
            guard !words.isEmpty else { throw Complaint("find: expected an expression after '\(word)'") }
            nesting += 1
            guard nesting <= Self.deepestNesting else { throw Arguments.beyond("find", "so deep an expression") }
            defer { nesting -= 1 }
            let test = try one()
            return { node, scope in !test(node, scope) }
        case "(":
            nesting += 1
            guard nesting <= Self.deepestNesting else { throw Arguments.beyond("find", "so deep an expression") }
            defer { nesting -= 1 }
            let test = try alternatives()
            guard words.popFirst() == ")" else {
                throw Complaint(
                    "find: invalid expression; I was expecting to find a ')' somewhere but did not see one.")
            }
            return test
        default: return try primary(word)
        }
    }

    private mutating func value(of test: String) throws(Complaint) -> String {
        guard let value = words.popFirst() else { throw Complaint("find: missing argument to `\(test)'") }
        return value
    }

    private mutating func primary(_ word: String) throws(Complaint) -> Test {
        switch word {
        case "-name", "-iname":
            let pattern = try value(of: word), ignoresCase = word == "-iname"
            return { node, scope in
                ignoresCase
                    ? Glob.matches(node.name.lowercased(), pattern.lowercased(), scope.budget)
                    : Glob.matches(node.name, pattern, scope.budget)
            }
        case "-type":
            let kinds = try value(of: word).split(separator: ",").map(String.init)
            if let kind = kinds.first(where: { !["d", "f", "l", "b", "c", "p", "s"].contains($0) }) {
                throw Complaint("find: Unknown argument to -type: \(kind)")
            }
            return { node, _ in kinds.contains(node.kind == .dir ? "d" : node.kind == .link ? "l" : "f") }
        case "-user":
            let user = try value(of: word)
            return { node, scope in node.owner == user || FileStatus.number(of: node.owner, scope) == user }
        case "-group":
            let group = try value(of: word)
            return { node, scope in node.group == group || FileStatus.groupNumber(of: node, scope) == group }
        case "-perm": return try mode(try value(of: word))
        case "-size": return try size(try value(of: word))
        case "-empty":
            return { node, scope in
                node.kind == .dir ? scope.names(in: node.path).isEmpty : node.kind == .file && node.text.isEmpty
            }
        case "-maxdepth", "-mindepth":
            let text = try value(of: word)
            guard let number = Arguments.count(text) else {
                throw Complaint("find: Expected a positive decimal integer argument to \(word), but got '\(text)'")
            }
            if word == "-maxdepth" { deepest = number } else { shallowest = number }
            return { _, _ in true }
        case "-delete":
            deletes = true
            return { _, _ in true }
        case "-print", "-true": return { _, _ in true }
        case "-false": return { _, _ in false }
        case _ where Self.beyond.contains(word): throw Arguments.beyond("find", word)
        case _ where word.hasPrefix("-"): throw Complaint("find: unknown predicate `\(word)'")
        default: throw Complaint("find: paths must precede expression: `\(word)'")
        }
    }

    /// `644`, `-u+w`, `/222`: just these rights, all of them, any of them.
    private func mode(_ text: String) throws(Complaint) -> Test {
        let isAll = text.hasPrefix("-"), isSome = text.hasPrefix("/")
        guard let change = FileModeChange(String(isAll || isSome ? text.dropFirst() : text[...])) else {
            throw Complaint("find: invalid mode '\(text)'")
        }
        let mode = change.applied(to: 0, isDirectory: false, umask: 0)
        return { node, _ in
            isAll
                ? node.mode & mode == mode
                : isSome ? mode == 0 || node.mode & mode != 0 : node.mode == mode
        }
    }

    /// `+10k`, `-1M`, `0`: in units that are rounded up, blocks of 512 bytes without one.
    private func size(_ text: String) throws(Complaint) -> Test {
        let digits = text.dropFirst(text.hasPrefix("+") || text.hasPrefix("-") ? 1 : 0).prefix {
            $0.isASCII && $0.isNumber
        }
        let units = ["": 512, "b": 512, "c": 1, "w": 2, "k": 1024, "M": 1_048_576, "G": 1_073_741_824]
        let letter = text[digits.endIndex...]
        guard let number = Arguments.count(digits), let unit = units[String(letter)] else {
            if !digits.isEmpty, letter.count == 1 { throw Complaint("find: invalid -size type `\(letter)'") }
            throw Complaint("find: Invalid argument `\(text)' to -size")
        }
        return { node, _ in
            let size = (node.size + unit - 1) / unit
            return text.hasPrefix("+") ? size > number : text.hasPrefix("-") ? size < number : size == number
        }
    }
}
