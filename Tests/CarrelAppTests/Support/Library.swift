import CarrelContent
import CarrelCore
import CarrelStorage

@testable import CarrelApp

/// The packs of this repository, read once, and stores in memory that hold them.
enum Library {
    static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/")
    }()

    static let shipped = PackRoot(path: root + "/data", isBuiltIn: true)

    /// What is shipped.
    static let packs = PackLibrary.read(Survey(of: [shipped], recorded: []), known: KnownIDs())

    static func store(clock: @escaping () -> Moment = { .noon }) throws -> Store {
        let store = try Store.open(.memory, clock: clock, seed: 1)
        _ = try store.load(packs.packs, touched: [], gone: [], roots: [shipped.path])
        return store
    }

    /// The small packs that the end-to-end tests study.
    static func deskPerformer(seed: UInt64 = 7) throws -> StorePerformer {
        let root = PackRoot(path: root + "/Tests/Fixtures/desk", isBuiltIn: true)
        let packs = PackLibrary.read(Survey(of: [root], recorded: []), known: KnownIDs())
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        _ = try store.load(packs.packs, touched: [], gone: [], roots: [root.path])
        return StorePerformer(store: store, clock: { .noon }, seed: seed)
    }

    static func performer(seed: UInt64 = 7, clock: @escaping () -> Moment = { .noon }) throws -> StorePerformer {
        StorePerformer(store: try store(clock: clock), clock: clock, seed: seed)
    }
}
