import CarrelTerminal
import Testing

@Suite("Mermaid source")
struct MermaidTests {
    @Test(
        "Shared indentation and empty lines at the ends go, the rest stays",
        arguments: [
            ("\n    graph TD\n\n      A-->B\n  \n", ["graph TD", "", "  A-->B"]), ("", []), ("  \n", []), ("a", ["a"]),
        ])
    func tidied(source: String, rows: [String]) { #expect(Mermaid.tidied(source).map(String.init) == rows) }
}
