import CarrelTerminal
import Glibc
import Testing

@testable import CarrelApp

@Suite("Opening addresses")
struct BrowserTests {
    @Test(
        "Only pages are opened",
        arguments: [
            "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "http:/x", "--help", "", "https://a b",
            "https://example.org/\u{7}", "mailto:a@example.org",
        ])
    func refused(address: String) throws {
        var started: [[String]] = []
        let browser = Browser(environment: [:]) {
            started.append($0)
            return 0
        }
        guard case .failure(let refusal) = browser.visit(address) else {
            Issue.record("\(address) was opened")
            return
        }
        #expect(refusal.message.hasPrefix("only http and https addresses are opened"))
        #expect(started.isEmpty)
    }

    @Test("Without a display the terminal is handed over, and no shell sees the address")
    func handedOver() {
        var started: [[String]] = []
        var status: Int32 = 0
        let browser = Browser(environment: ["DISPLAY": ""]) {
            started.append($0)
            return status
        }
        let address = "HTTPS://example.org/$(x);y?a=1&b='2'"
        #expect(browser.visit(address) == .success("opened \(address)"))
        #expect(started == [["/usr/bin/env", "xdg-open", address]])
        status = 127
        #expect(
            browser.visit(address)
                == .failure(Refusal(message: "xdg-open is not here; y copies the address", isRetriable: false)))
        status = 3
        #expect(
            browser.visit(address)
                == .failure(
                    Refusal(message: "xdg-open ended with status 3; y copies the address", isRetriable: false)))
    }

    @Test("With a display it is handed over beside this program, and what has ended is let go")
    func besides() throws {
        var started: [[String]] = []
        weak var first: BackgroundProgram?
        var wasLetGo: [Bool] = []
        let browser = Browser(environment: ["DISPLAY": ":0"]) {
            started.append($0)
            wasLetGo.append(first == nil)
            let program = BackgroundProgram(["true"])
            if first == nil { first = program }
            return program
        } run: { _ in
            1
        }
        let address = "https://example.org/"
        #expect(browser.visit(address) == .success("handed to your browser: \(address)"))
        #expect(first != nil)
        while first?.isRunning == true { usleep(1_000) }
        #expect(browser.visit(address).isSuccess)
        #expect(wasLetGo == [true, true])
        #expect(started == [["xdg-open", address], ["xdg-open", address]])
        let none = Browser(environment: ["WAYLAND_DISPLAY": "w"]) { _ in
            nil
        } run: { _ in
            0
        }
        #expect(!none.visit(address).isSuccess)
    }

    @Test("Sources are opened by their number, and copied together")
    func reader() {
        let store = Samples.store(Samples.single)
        let sources = ["https://example.org/one", "https://example.org/two"]
        var probe = ScreenProbe(.reader(crumbs: ["Sources"], .sources(sources)), on: store)
        #expect(probe.hints.contains("1 open"))
        probe.press("2")
        #expect(store.visited == [sources[1]])
        #expect(probe.hints == " opened https://example.org/two")
        probe.press("9")
        #expect(store.visited.count == 1)
        #expect(probe.hints == " there is no address 9 here")
        probe.press("y")
        #expect(store.copied == [sources.joined(separator: "\n")])
        #expect(probe.hints == " sent to the terminal's clipboard: the addresses")
    }

    @Test("A single source is opened by o")
    func single() {
        let store = Samples.store(Samples.single)
        var probe = ScreenProbe(.reader(crumbs: ["Sources"], .sources(["https://example.org/"])), on: store)
        probe.press("1")
        #expect(store.visited.isEmpty)
        probe.press("o")
        #expect(store.visited == ["https://example.org/"])
    }
}

extension Result {
    fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
