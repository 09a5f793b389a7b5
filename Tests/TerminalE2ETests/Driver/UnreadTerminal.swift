import Glibc

/// A terminal at the far end of a bad line: it takes what the program writes when the test says so, and not before.
final class UnreadTerminal {
    private let master: Int32
    private let program: pid_t
    /// All that was read so far.
    private(set) var text = ""

    init(running arguments: [String], environment: [String: String], columns: Int, rows: Int) throws {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        var master: Int32 = -1, slave: Int32 = -1
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Shell.Failure(description: "no terminal") }
        for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        self.master = master
        defer { close(slave) }
        program = try Shell.spawn(arguments, environment: environment, input: slave, output: slave)
    }

    deinit {
        kill(program, SIGKILL)
        Shell.status(of: program)
        close(master)
    }

    func types(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Reads all that comes until nothing has for a tenth of a second.
    func reads() {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, 100) > 0, descriptor.revents & Int16(POLLIN) != 0 {
            let count = read(master, &chunk, chunk.count)
            guard count > 0 else { return }
            text += String(decoding: chunk[..<count], as: UTF8.self)
        }
    }

    /// How many bytes come after `keys`, until nothing has for three tenths of a second.
    func bytes(after keys: String) -> Int {
        reads()
        let before = text.utf8.count
        types(keys)
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        _ = poll(&descriptor, 1, 3_000)
        for _ in 0..<3 { reads() }
        return text.utf8.count - before
    }

    /// Reads until `words` came.
    func sees(_ words: String) throws {
        try Waiting.until("\(words.debugDescription) to be written", state: { String(self.text.suffix(400)) }) {
            reads()
            return text.contains(words)
        }
    }
}
