import Glibc

/// A value in force around a call, on the thread that makes it.
///
/// A thread's own value rather than a task's, whose library would cost more at start than all the settings do.
struct ThreadBound<Value>: Sendable {
    private let key: pthread_key_t

    init() {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        self.key = key
    }

    /// Nil outside of `bind`.
    var value: Value? { pthread_getspecific(key)?.assumingMemoryBound(to: Value.self).pointee }

    func bind<Result>(_ value: Value, around body: () -> Result) -> Result {
        let outer = pthread_getspecific(key)
        return withUnsafePointer(to: value) { own in
            pthread_setspecific(key, own)
            defer { pthread_setspecific(key, outer) }
            return body()
        }
    }
}
