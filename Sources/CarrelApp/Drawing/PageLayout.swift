import Glibc

/// How wide and how airy screens are laid out.
struct PageLayout: Equatable, Sendable {
    /// Text columns stop growing here: longer lines are hard to read.
    var readableColumns = 90
    /// Without the blank rows between the parts of a page.
    var isCompact = false
    /// Nothing moves by itself more often than it must.
    var isCalm = false
    /// Every byte is waited for: no pane that changes with each move.
    var isSlow = false
}

extension PageLayout {
    /// The one in force around this call; the usual one outside of `inForce`.
    static var current: PageLayout {
        pthread_getspecific(key)?.assumingMemoryBound(to: PageLayout.self).pointee ?? PageLayout()
    }

    /// Binds the layout around everything a desk tells its screens, because where a text breaks decides how far it
    /// scrolls.
    ///
    /// A thread's own value rather than a task's, whose library would cost more at start than all the settings do.
    func inForce<Result>(_ body: () -> Result) -> Result {
        let outer = pthread_getspecific(Self.key)
        return withUnsafePointer(to: self) { own in
            pthread_setspecific(Self.key, own)
            defer { pthread_setspecific(Self.key, outer) }
            return body()
        }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()
}
