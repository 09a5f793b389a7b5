import CNcurses
import CTerminalGuard
import Glibc

extension Terminal {
    /// The most bytes one call reads: a flood must not keep the program from drawing.
    private static let largestRead = 1 << 16

    /// Waits until something happens, then returns everything that has, in order: all input typed ahead at once.
    ///
    /// - Parameter milliseconds: After which `.tick` is returned; nil waits for ever, without waking up.
    public func events(timeout milliseconds: Int?) -> [TerminalEvent] {
        if !queued.isEmpty {
            defer { queued = [] }
            return queued
        }
        if isClosed { return [.closed(signal: closedBy ?? SIGHUP)] }
        let end = milliseconds.map { Self.now &+ Int64(min(max(0, $0), 1 << 31)) }
        while true {
            let deadline = [end, decoder.deadline].compactMap(\.self).min()
            let wait = deadline.map { Int32(min(max(0, $0 - Self.now), 1 << 30)) } ?? -1
            var descriptors = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&descriptors, 2, wait)
            if ready < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return close(by: SIGHUP)
            }
            var events: [TerminalEvent] = []
            if descriptors[1].revents != 0 { takeSignals(into: &events) }
            if closedBy == nil, descriptors[0].revents != 0 { takeInput(descriptors[0].revents, into: &events) }
            if closedBy == nil { events += decoder.expire(at: Self.now) }
            if !events.isEmpty { return events }
            if let end, Self.now >= end { return [.tick] }
        }
    }

    /// Drops everything typed until now, so that a key meant for what was on screen does not reach what comes next.
    ///
    /// The input is read and thrown away instead of flushed: a flush could cut a paste in two and turn its rest into
    /// keys.
    public func discardInput() {
        guard !isClosed else { return }
        var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        var dropped: [TerminalEvent] = []
        while poll(&input, 1, 0) > 0, takeInput(input.revents, into: &dropped) == Self.largestRead {}
        decoder.discard(at: Self.now)
        queued.removeAll { if case .key = $0 { true } else { false } }
        if let closedBy { queued.append(.closed(signal: closedBy)) }
    }

    /// Milliseconds of a clock that is never set.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Whether a signal asks to end by now, without waiting for one; others are kept for `events`.
    public func closing() -> TerminalEvent? {
        var state = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
        guard !isClosed, poll(&state, 1, 0) > 0 else { return nil }
        var events: [TerminalEvent] = []
        takeSignals(into: &events)
        if let closedBy { return .closed(signal: closedBy) }
        queued = events
        return nil
    }

    private func close(by signal: Int32) -> [TerminalEvent] {
        closedBy = signal
        return [.closed(signal: signal)]
    }

    private func takeSignals(into events: inout [TerminalEvent]) {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        var isResized = false
        while read(signals, &information, size) == size {
            switch Int32(information.ssi_signo) {
            case SIGWINCH: isResized = true
            case SIGTSTP: suspend()
            case SIGCONT: resume()
            case let signal:
                events += close(by: signal)
                return
            }
        }
        events += queued
        queued = []
        if isResized {
            matchSize()
            events.append(.resized)
        }
    }

    /// Reads what is there and decodes it; returns the number of bytes.
    @discardableResult
    private func takeInput(_ state: Int16, into events: inout [TerminalEvent]) -> Int {
        var total = 0
        var bytes = [UInt8](repeating: 0, count: 4_096)
        var input = pollfd(fd: 0, events: Int16(POLLIN), revents: state)
        repeat {
            guard input.revents & Int16(POLLIN) != 0 else { break }
            let count = read(0, &bytes, bytes.count)
            if count < 0, errno == EINTR || errno == EAGAIN { break }
            // Readable with nothing to read, or an error: the terminal is gone, and would poll readable for ever.
            guard count > 0 else {
                events += close(by: SIGHUP)
                return total
            }
            events += decoder.decode(bytes[..<count], at: Self.now)
            total += count
        } while total < Self.largestRead && poll(&input, 1, 0) > 0
        if input.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { events += close(by: SIGHUP) }
        return total
    }
}
