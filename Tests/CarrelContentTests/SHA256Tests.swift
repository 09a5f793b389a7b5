import Testing

@testable import CarrelContent

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "The digests are those of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256.hex(of: text.utf8) == digest)
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
        #expect(SHA256.hex(of: Array(text.utf8).lazy.map { $0 }) == digest)
    }
}
