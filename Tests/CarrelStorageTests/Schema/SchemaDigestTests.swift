import Testing

@testable import CarrelStorage

@Suite("The digest of the schema")
struct SchemaDigestTests {
    @Test("The digest in the source is that of the schema the migrations make")
    func pinned() throws {
        let store = try Store.temporary()
        let digest = try SchemaDigest.digest(of: store.database)
        let written = "0x" + String(digest, radix: 16, uppercase: true)
        #expect(digest == SchemaDigest.current, "write \(written) into SchemaDigest.current")
    }
}
