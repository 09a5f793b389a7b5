import CarrelCore
import Testing

@Suite("Searches")
struct SearchQueryTests {
    @Test(
        "A search has one form",
        arguments: [
            ("tcp  udp", "tcp udp"), ("c", "c*"), ("c ", "\"c\""), ("\"half op", "\"half op\"*"),
            ("is:w  tcp -kind:sing difficulty:adv", "tcp -kind:single difficulty:advanced is:wrong"),
            ("tag:\"two words\" x1:y ", "x1:y tag:\"two words\""), ("-\"a b\"", "-\"a b\""),
        ])
    func form(text: String, form: String) { #expect(SearchQuery.read(text).query.description == form) }

    @Test("Searches for the same share a session, whatever the order they were typed in")
    func key() {
        let keys = ["tcp udp is:wrong", "is:wrong udp  tcp ", "tcp udp"].map { SearchQuery.read($0).query.sessionKey }
        #expect(keys[0] == keys[1] && keys[0] != keys[2])
        #expect(keys[0].text.hasPrefix("search-session-") && SessionKey(text: keys[0].text) == keys[0])
    }

    @Test("Only a search that asks for nothing is empty")
    func empty() {
        #expect(SearchQuery.read(" - ").query.isEmpty)
        for text in ["a", "-a", "is:wrong", "-is:wrong"] { #expect(!SearchQuery.read(text).query.isEmpty) }
    }
}
