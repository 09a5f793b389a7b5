/// The commands that templates cannot express: a shell names one with `run:`.
enum Builtin: String, CaseIterable, Sendable {
    case cat, cd, chgrp, chmod, chown, clear, cp, cut, du, echo, export, find, grep, head, history, kill, ln, ls, mkdir,
        mv, nl
    case killall, pkill, pwd, rm, rmdir, sed, sort, stat, tail, tee, touch, tr, uniq, wc
    case apply, ping, routes
    case s3cp, s3ls, s3rm, s3sync

    func run(_ invocation: inout Invocation, _ scope: inout SimulationScope) -> CommandOutput {
        do throws(Complaint) {
            return try perform(&invocation, &scope)
        } catch {
            return CommandOutput(errors: error.lines, isAccepted: false)
        }
    }

    private func perform(_ invocation: inout Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        switch self {
        case .cat: return try TextFiles.cat(invocation, &scope)
        case .cd: return try Directories.cd(invocation, &scope)
        case .chgrp, .chown: return try Permissions.chown(invocation, &scope, isGroup: self == .chgrp)
        case .chmod: return try Permissions.chmod(invocation, &scope)
        case .clear:
            invocation.clearsScreen = true
            return CommandOutput()
        case .cp: return try Moving.cp(invocation, &scope)
        case .cut: return try TextFilters.cut(invocation, scope)
        case .du: return try Directories.du(invocation, scope)
        case .echo: return TextFiles.echo(invocation)
        case .export: return TextFiles.export(invocation, &scope)
        case .find: return try Find.find(invocation, &scope)
        case .grep: return try Grep.grep(invocation, scope)
        case .head, .tail: return try TextFilters.part(invocation, scope, isHead: self == .head)
        case .history: return try History.history(invocation)
        case .kill, .pkill: return try Processes.kill(invocation, &scope, byName: self == .pkill)
        case .killall: return try Processes.killall(invocation, &scope)
        case .ln: return try Moving.ln(invocation, &scope)
        case .ls: return try Listing.ls(invocation, scope)
        case .mkdir: return try Directories.mkdir(invocation, &scope)
        case .mv: return try Moving.mv(invocation, &scope)
        case .nl: return try TextFilters.nl(invocation, scope)
        case .pwd: return CommandOutput(text: scope.directory + "\n")
        case .rm: return try Moving.rm(invocation, &scope)
        case .rmdir: return try Directories.rmdir(invocation, &scope)
        case .sed: return try Sed.sed(invocation, &scope)
        case .sort: return try TextFilters.sort(invocation, scope)
        case .stat: return try FileStatus.stat(invocation, scope)
        case .tee: return try TextFiles.tee(invocation, &scope)
        case .touch: return try TextFiles.touch(invocation, &scope)
        case .tr: return try TextFilters.tr(invocation)
        case .uniq: return try TextFilters.uniq(invocation, scope)
        case .wc: return try TextFilters.wc(invocation, scope)
        case .apply: return try Manifest.apply(invocation, &scope)
        case .ping: return Ping.ping(invocation, scope)
        case .routes: return RouteListing.routes(invocation, scope)
        case .s3cp: return try ObjectStore.copy(invocation, &scope)
        case .s3ls: return try ObjectStore.list(invocation, scope)
        case .s3rm: return try ObjectStore.remove(invocation, &scope)
        case .s3sync: return try ObjectStore.sync(invocation, &scope)
        }
    }
}

/// Why a builtin refuses; the lines are the real tool's.
struct Complaint: Error, Equatable {
    var lines: [String]

    init(_ lines: String...) { self.lines = lines }

    /// What `body` gives, or that its expression is too big, behind the tool's name.
    static func telling<Value>(_ tool: String, _ body: () throws(SearchPattern.TooBig) -> Value)
        throws(Complaint) -> Value
    {
        do throws(SearchPattern.TooBig) { return try body() } catch {
            throw Complaint(tool + "Regular expression too big")
        }
    }
}

/// A builtin with what it was called with.
struct Invocation {
    /// As it was typed.
    var name: String
    var arguments: [LineWord]
    var captures: [String: String]
    /// What a pipe brings; nil without one.
    var input: String?
    /// A pipe or a file takes what is said, and no terminal.
    var isPiped = false
    /// All that was typed on the device, this line with it.
    var history: [String] = []
    var clearsScreen = false
}

/// The arguments of a Unix tool: options of one letter, those with a value, and what is left.
struct Arguments {
    private(set) var flags: Set<Character> = []
    private(set) var values: [Character: String] = [:]
    private(set) var operands: [String] = []

    /// - Parameters:
    ///   - flags: Letters that take nothing.
    ///   - valued: Letters that take a value.
    ///   - long: The letters that long names stand for.
    init(
        _ invocation: Invocation, flags known: String, valued: String = "", long: [String: Character] = [:]
    ) throws(Complaint) {
        var words = invocation.arguments[...], isOver = false
        func complain(_ what: String) -> Complaint {
            Complaint(
                "\(invocation.name): \(what)", "Try '\(invocation.name) --help' for more information.")
        }
        while let word = words.popFirst() {
            let text = word.text
            if isOver || word.isQuoted && !text.hasPrefix("-") || text == "-" || text.first != "-" {
                operands.append(text)
            } else if text == "--" {
                isOver = true
            } else if text.hasPrefix("--") {
                let parts = text.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
                guard let name = parts.first, let letter = long[name] else {
                    throw complain("unrecognized option '\(text)'")
                }
                if valued.contains(letter) {
                    guard let value = parts.count > 1 ? parts[1] : words.popFirst()?.text else {
                        throw complain("option '--\(name)' requires an argument")
                    }
                    values[letter] = value
                } else {
                    flags.insert(letter)
                }
            } else {
                var letters = text.dropFirst()
                while let letter = letters.popFirst() {
                    if valued.contains(letter) {
                        guard let value = letters.isEmpty ? words.popFirst()?.text : String(letters) else {
                            throw complain("option requires an argument -- '\(letter)'")
                        }
                        values[letter] = value
                        letters = ""
                    } else if known.contains(letter) {
                        flags.insert(letter)
                    } else {
                        throw complain("invalid option -- '\(letter)'")
                    }
                }
            }
        }
    }

    func has(_ flag: Character) -> Bool { flags.contains(flag) }

    mutating func removeFirst() -> String { operands.removeFirst() }
}

extension SimulationScope {
    /// The texts of the files, or what a pipe brings where there are none.
    func inputs(_ names: [String], of invocation: Invocation) throws(Complaint) -> [(name: String, text: String)] {
        if names.isEmpty || names == ["-"] {
            guard let input = invocation.input else {
                throw Complaint("\(invocation.name): reads from a terminal when no file is named; name one")
            }
            return [("", input)]
        }
        var inputs: [(name: String, text: String)] = []
        for name in names {
            do throws(FileRefusal) { inputs.append((name, try text(of: name))) } catch {
                throw Complaint("\(invocation.name): \(name): \(error.rawValue)")
            }
        }
        return inputs
    }
}
