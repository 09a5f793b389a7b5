import CarrelTerminal

/// Opens addresses in the learner's browser.
struct Browser {
    /// Read for whether there is a display.
    let environment: [String: String]
    /// Runs a program in the terminal to its end; answers with its exit status.
    let run: ([String]) -> Int32

    /// Only what is known to be a page: a pack's author must not have anything else started.
    static func isPage(_ address: String) -> Bool {
        let lower = address.lowercased()
        return (lower.hasPrefix("https://") || lower.hasPrefix("http://"))
            && address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }

    /// - Returns: What to say of it.
    func visit(_ address: String) -> Result<String, Refusal> {
        guard Self.isPage(address) else {
            return .failure(refusal("only http and https addresses are opened: \(Sanitiser.line(address))"))
        }
        let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
        if hasDisplay {
            return BackgroundProgram(["xdg-open", address]) == nil
                ? .failure(refusal("xdg-open is not here; \(KeyTable.reader.word(of: .copy)) copies the address"))
                : .success("opened \(address)")
        }
        // Without a display the browser is one of the terminal's.
        switch run(["/usr/bin/env", "xdg-open", address]) {
        case 0: return .success("opened \(address)")
        case 127:
            return .failure(refusal("xdg-open is not here; \(KeyTable.reader.word(of: .copy)) copies the address"))
        case let status:
            return .failure(
                refusal("xdg-open ended with status \(status); \(KeyTable.reader.word(of: .copy)) copies the address"))
        }
    }

    private func refusal(_ message: String) -> Refusal { Refusal(message: message, isRetriable: false) }
}
