/// What `cp` and `mv` bring where: every operand to the last one, or into it where that is a directory.
struct Transfer {
    var source: String
    var target: String

    static func all(_ operands: [String], of tool: String, _ scope: SimulationScope) throws(Complaint) -> [Transfer] {
        let help = "Try '\(tool) --help' for more information."
        guard let last = operands.last, let first = operands.first else {
            throw Complaint("\(tool): missing file operand", help)
        }
        guard operands.count > 1 else {
            throw Complaint("\(tool): missing destination file operand after '\(first)'", help)
        }
        let holder = try? scope.file(last)
        guard holder?.kind == .dir else {
            if operands.count > 2 {
                let why: FileRefusal = holder == nil ? .missing : .noDirectory
                throw Complaint("\(tool): target '\(last)': \(why.rawValue)")
            }
            return [Transfer(source: first, target: last)]
        }
        let head = last.hasSuffix("/") ? last : last + "/"
        return operands.dropLast().map { source in
            let name = scope.absolute(source).split(separator: "/").last.map(String.init) ?? ""
            return Transfer(source: source, target: head + name)
        }
    }
}
