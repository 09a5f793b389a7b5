import Glibc

/// How many learners study at a time: more terminals than a small machine has cores make every test slow.
///
/// Tokens in a pipe, since each taker is a thread that may block.
struct Seats: Sendable {
    static let shared = Seats(count: 4)

    private let input: Int32
    private let output: Int32

    private init(count: Int) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { fatalError("no pipe: \(String(cString: strerror(errno)))") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (input, output) = (ends[0], ends[1])
        for _ in 0..<count { giveBack() }
    }

    func take() {
        var token: UInt8 = 0
        while read(input, &token, 1) < 0, errno == EINTR {}
    }

    func giveBack() {
        var token: UInt8 = 1
        while write(output, &token, 1) < 0, errno == EINTR {}
    }
}
