import Glibc

/// A thread that does one piece of work and ends, while its maker goes on with another.
///
/// Signals are left to the other threads: those that change the terminal must reach the one that owns it. What the
/// work itself may do wrong is not: the terminal is restored whichever thread crashes.
struct WorkerThread<Output: Sendable>: ~Copyable {
    private let handle: pthread_t
    /// Written by the thread, read after its end.
    private let result: Result

    /// Begins `work`; nil when the system has no thread to give, in which case nothing of it was done.
    init?(_ work: @escaping @Sendable () -> Output) {
        let result = Result()
        guard let handle = Errand({ result.output = work() }).begin() else { return nil }
        self.handle = handle
        self.result = result
    }

    /// Waits for what the work came to.
    consuming func output() -> Output {
        pthread_join(handle, nil)
        guard let output = result.output else { preconditionFailure("a thread ended before its work") }
        return output
    }

    private final class Result {
        var output: Output?
    }
}

/// What a pointer through C carries to a new thread.
private final class Errand {
    /// Bytes of stack: what a main thread usually has, since both read files that are as deeply nested.
    private static let stackSize = 8 << 20

    private let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }

    /// Does the work on a new thread; nil when there is none to be had.
    func begin() -> pthread_t? {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackSize)

        // A thread begins with the signal mask of its maker.
        var every = sigset_t(), before = sigset_t()
        sigfillset(&every)
        for fault in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGABRT] { sigdelset(&every, fault) }
        pthread_sigmask(SIG_SETMASK, &every, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

        let carried = Unmanaged.passRetained(self)
        var handle = pthread_t()
        let code = pthread_create(&handle, &attributes, Self.run, carried.toOpaque())
        guard code == 0 else {
            carried.release()
            return nil
        }
        return handle
    }

    private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        if let pointer { Unmanaged<Errand>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
    }
}
