/// `stat`: all that is known of a file.
enum FileStatus {
    private static let whole = """
          File: %N
          Size: %-10s\tBlocks: %-10b IO Block: %-6o %F
        Device: 254,1\tInode: %-10i  Links: %h
        Access: (%04a/%10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)
        Access: %x
        Modify: %y
        Change: %z
         Birth: %w
        """
    private static let blockSize = 4096
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// The year of a time that `ls` gives without one.
    private static let thisYear = "2026"

    static func stat(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "L", valued: "c", beyond: "ft",
            long: [
                "format": "c", "dereference": "L", "file-system": "f", "terse": "t", "printf": "-", "cached": "-",
            ])
        guard !arguments.operands.isEmpty else {
            throw Complaint("stat: missing operand", "Try 'stat --help' for more information.")
        }
        var text = "", errors: [String] = []
        for name in arguments.operands where text.utf8.count <= StepBudget.longestText {
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: arguments.has("L"))
                text += filled(arguments.value("c") ?? whole, node, name, scope) + "\n"
            } catch {
                errors.append("stat: cannot statx '\(name)': \(error.rawValue)")
            }
        }
        var output = CommandOutput(text: text, errors: errors, isAccepted: errors.isEmpty || !text.isEmpty)
        output.status = errors.isEmpty ? 0 : 1
        return output
    }

    /// Every `%s` of the format with what it stands for, filled up where a width stands between.
    private static func filled(_ format: String, _ node: FileNode, _ name: String, _ scope: SimulationScope) -> String {
        var text = "", rest = format[...]
        while let character = rest.popFirst(), text.utf8.count <= StepBudget.longestText {
            guard character == "%" else {
                text.append(character)
                continue
            }
            let flags = rest.prefix { "-0".contains($0) }
            rest = rest[flags.endIndex...]
            let width = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest[width.endIndex...]
            guard let letter = rest.popFirst() else { return text + "%" }
            let value = value(of: letter, node, name, scope), least = min(Int(width) ?? 0, 100)
            text +=
                flags.contains("-")
                ? value.padded(to: least)
                : flags.contains("0") ? value.leftFilled(to: least) : value.leftPadded(to: least)
        }
        return text
    }

    private static func value(of letter: Character, _ node: FileNode, _ name: String, _ scope: SimulationScope)
        -> String
    {
        switch letter {
        case "%": "%"
        case "a": String(node.mode, radix: 8)
        case "A": node.permissions
        case "b": String(node.kind == .link ? 0 : (node.size + blockSize - 1) / blockSize * 8)
        case "B": "512"
        case "F": kind(of: node)
        case "g": groupNumber(of: node, scope)
        case "G": node.group
        case "h": node.kind == .dir ? "2" : "1"
        case "i": inode(of: node)
        case "n": name
        case "N": node.kind == .link ? "\(name) -> \(node.target)" : name
        case "o": String(blockSize)
        case "s": String(node.size)
        case "u": number(of: node.owner, scope)
        case "U": node.owner
        case "w", "x", "y", "z": time(node.time)
        default: "?"
        }
    }

    static func inode(of node: FileNode) -> String { String(fnv1a64(node.path) % 900_000 + 131_073) }

    static func groupNumber(of node: FileNode, _ scope: SimulationScope) -> String {
        scope.value(of: "group.\(node.group).gid") ?? number(of: node.group, scope)
    }

    static func number(of user: String, _ scope: SimulationScope) -> String {
        if user == "root" { return "0" }
        return scope.value(of: "account.\(user).uid") ?? (Arguments.count(user) == nil ? "1000" : user)
    }

    private static func kind(of node: FileNode) -> String {
        switch node.kind {
        case .dir: "directory"
        case .link: "symbolic link"
        case .file: node.size == 0 ? "regular empty file" : "regular file"
        }
    }

    /// `2026-01-15 09:00` as text, which is in the order of time; a time that is none comes first.
    static func sortable(_ text: String) -> String {
        let full = time(text)
        return full == text ? "" : full
    }

    /// `Jan 15 09:00` and `Mar  3  2024` in full.
    private static func time(_ text: String) -> String {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let month = months.firstIndex(of: String(parts[0])) else { return text }
        let hasClock = parts[2].contains(":")
        let day =
            "\(hasClock ? thisYear : String(parts[2]))-\(String(month + 1).leftFilled(to: 2))-"
            + String(parts[1]).leftFilled(to: 2)
        return "\(day) \(hasClock ? parts[2] : "00:00"):00.000000000 +0000"
    }
}
