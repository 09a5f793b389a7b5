import CarrelCore
import Testing

@Suite("Session keys")
struct SessionKeyTests {
    @Test(
        "Each key has its published text, and is read back from it",
        arguments: [
            (.channel("aws"), "channel-session-aws"), (.channel("aws", subChannel: "s3"), "channel-session-aws/s3"),
            (.certification("saa"), "cert-session-saa"), (.certification("saa", domain: "net"), "cert-session-saa/net"),
            (.exam(certification: "saa"), "certification-session-saa"), (.path("p"), "path-session-p"),
            (.path("p", milestone: "m"), "path-session-p/m"), (.tag("x"), "tag-session-x"),
            (.bookmarks, "bookmarks-session"), (.wrong(), "wrong-session"),
            (.wrong(session: "01A"), "wrong-session-01A"),
            (.search(hash: "f00"), "search-session-f00"),
            (
                .filtered(.channel("aws", subChannel: "s3"), by: "tag:\"a?\" is:wrong"),
                "filtered-session-channel-session-aws/s3?tag:\"a?\" is:wrong"
            ), (.review, "review-session"), (.test("t"), "test-session-t"),
        ] as [(SessionKey, String)])
    func text(key: SessionKey, text: String) {
        #expect(key.text == text)
        #expect(SessionKey(text: text) == key)
    }

    @Test(
        "Anything else is no key",
        arguments: ["", "session", "channel", "review-session-2", "filtered-session-x?is:due"])
    func refused(text: String) { #expect(SessionKey(text: text) == nil) }
}
