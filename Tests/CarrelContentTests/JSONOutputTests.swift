import Testing

@testable import CarrelContent

@Suite("JSON of the command line")
struct JSONOutputTests {
    @Test("Keys are sorted, slashes and letters are as they are")
    func form() throws {
        #expect(try JSONOutput.string(["b": "x/y", "a": "é"]) == "{\n  \"a\" : \"é\",\n  \"b\" : \"x/y\"\n}")
    }

    @Test("A number JSON cannot hold is an error")
    func infinite() {
        #expect(throws: EncodingError.self) { try JSONOutput.string([Double.infinity]) }
    }
}
