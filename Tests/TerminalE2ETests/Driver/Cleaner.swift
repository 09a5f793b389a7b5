import Glibc

/// Clears up after a test, also when the test crashes or is killed: a process that waits until this one lets go of its
/// input, ends the terminals, and takes the directory away.
struct Cleaner {
    private let hold: Int32
    private let process: pid_t

    init(home: String, ending terminals: String) throws {
        let script = """
            trap '' HUP INT TERM
            read -r nothing
            \(terminals)
            for process in $(grep -lzxF 'HOME=\(home)' /proc/[0-9]*/environ | tr -dc '0-9\\n'); do
                kill -KILL "$process"
            done
            for try in 1 2 3 4 5 6 7 8 9; do rm -rf '\(home)' && break; sleep 0.1; done
            """
        let ends = try Shell.socketPair()
        hold = ends.own
        process = try Shell.spawn(
            ["sh", "-c", script], environment: Shell.environment, input: ends.childs, output: nil)
        close(ends.childs)
    }

    func finish() {
        close(hold)
        Shell.status(of: process)
    }
}
