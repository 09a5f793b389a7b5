/// The commands that templates cannot express: a shell names one with `run:`.
enum Builtin: String, CaseIterable, Sendable {
    case cat, cd, chgrp, chmod, chown, clear, cp, cut, du, echo, export, find, grep, head, history, kill, ln, ls, mkdir,
        mv, nl
    case killall, pkill, pwd, rm, rmdir, sed, sort, stat, tail, tee, touch, tr, umask, uniq, wc
    case apply, ping, routes
    case s3cp, s3ls, s3rb, s3rm, s3sync

    func run(_ invocation: inout Invocation, _ scope: inout SimulationScope) -> CommandOutput {
        do throws(Complaint) {
            return try perform(&invocation, &scope)
        } catch {
            var output = CommandOutput(errors: error.lines, isAccepted: false)
            output.status = trouble
            return output
        }
    }

    /// How the tool ends when it cannot do what it was called for.
    private var trouble: Int {
        switch self {
        // For these 1 says that nothing was found, that two differ or that a small thing was wrong.
        case .grep, .ls, .sort: 2
        default: 1
        }
    }

    private func perform(_ invocation: inout Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        switch self {
        case .cat: return try Concatenation.cat(invocation, scope)
        case .cd: return try Directories.cd(invocation, &scope)
        case .chgrp, .chown: return try Ownership.chown(invocation, &scope, isGroup: self == .chgrp)
        case .chmod: return try Permissions.chmod(invocation, &scope)
        case .clear:
            invocation.clearsScreen = true
            return CommandOutput()
        case .cp: return try Copying.cp(invocation, &scope)
        case .cut: return try TextFilters.cut(invocation, scope)
        case .du: return try DiskUsage.du(invocation, scope)
        case .echo: return TextFiles.echo(invocation)
        case .export: return try TextFiles.export(invocation, &scope)
        case .find: return try Find.find(invocation, &scope)
        case .grep: return try Grep.grep(invocation, scope)
        case .head, .tail: return try LineParts.part(invocation, scope, isHead: self == .head)
        case .history: return try History.history(invocation)
        case .kill, .pkill: return try Processes.kill(invocation, &scope, byName: self == .pkill)
        case .killall: return try Processes.killall(invocation, &scope)
        case .ln: return try Linking.ln(invocation, &scope)
        case .ls: return try Listing.ls(invocation, scope)
        case .mkdir: return try Directories.mkdir(invocation, &scope)
        case .mv: return try Moving.mv(invocation, &scope)
        case .nl: return try TextFilters.nl(invocation, scope)
        case .pwd: return CommandOutput(text: scope.directory + "\n")
        case .rm: return try Removal.rm(invocation, &scope)
        case .rmdir: return try Directories.rmdir(invocation, &scope)
        case .sed: return try Sed.sed(invocation, &scope)
        case .sort: return try Sort.sort(invocation, &scope)
        case .stat: return try FileStatus.stat(invocation, scope)
        case .tee: return try TextFiles.tee(invocation, &scope)
        case .touch: return try TextFiles.touch(invocation, &scope)
        case .tr: return try Translation.tr(invocation)
        case .umask: return try Umask.umask(invocation, &scope)
        case .uniq: return try TextFilters.uniq(invocation, &scope)
        case .wc: return try TextFilters.wc(invocation, scope)
        case .apply: return try Manifest.apply(invocation, &scope)
        case .ping: return Ping.ping(invocation, scope)
        case .routes: return RouteListing.routes(invocation, scope)
        case .s3cp, .s3rm, .s3sync: return try ObjectStore.transfer(self, invocation, &scope)
        case .s3ls: return try ObjectStore.list(invocation, scope)
        case .s3rb: return try ObjectStore.removeBucket(invocation, &scope)
        }
    }
}

/// Why a builtin refuses; the lines are the real tool's.
struct Complaint: Error, Equatable {
    var lines: [String]

    init(_ lines: String...) { self.lines = lines }

    /// What `body` gives, or what is wrong with its expression, behind the tool's name.
    static func telling<Value>(_ tool: String, _ body: () throws(SearchPattern.Fault) -> Value)
        throws(Complaint) -> Value
    {
        do throws(SearchPattern.Fault) { return try body() } catch {
            throw Complaint(tool + error.rawValue)
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
