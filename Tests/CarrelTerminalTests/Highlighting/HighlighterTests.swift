import Testing

@testable import CarrelTerminal

@Suite("Highlighting")
struct HighlighterTests {
    /// The pieces of a source with a letter for what each is: Keyword, String, Comment, number (#), Name.
    private func seen(_ source: String, _ language: CodeLanguage) -> [String] {
        let bytes = Array(source.utf8)
        return Highlighter.tokens(of: source, in: language).map { token in
            let letter =
                switch token.kind {
                case .keyword: "K"
                case .string: "S"
                case .comment: "C"
                case .number: "#"
                case .name: "N"
                }
            return letter + " " + String(decoding: bytes[token.range], as: UTF8.self)
        }
    }

    @Test(
        "Scripts: commands, variables, strings, comments and texts in place",
        arguments: [
            ("ls -l /tmp # list", ["N ls", "C # list"]),
            ("if [ -f x ]; then echo \"a $b\"; fi", ["K if", "K then", "N echo", "S \"a $b\"", "K fi"]),
            ("A=1 make test | grep -c 3", ["N A", "N make", "N grep", "# 3"]),
            ("echo $HOME ${A:-b} $? 'it'", ["N echo", "N $HOME", "N ${A:-b}", "N $?", "S 'it'"]),
            ("cat <<EOF > f\n$a # no\nEOF\nls", ["N cat", "S $a # no\nEOF", "N ls"]),
            ("cat <<'E' <<F\na\nE\nb\nF", ["N cat", "S a\nE", "S b\nF"]),
            ("cat <<EOF\nnever ends", ["N cat", "S never ends"]),
            ("for i in 1 2; do :; done", ["K for", "K in", "# 1", "# 2", "K do", "K done"]),
            ("a#b \\# 'open", ["N a", "S 'open"]),
        ])
    func shell(source: String, pieces: [String]) { #expect(seen(source, .shell) == pieces) }

    @Test(
        "Sessions: prompts and what is typed at them; output stays plain",
        arguments: [
            ("$ ls -l\ntotal 3", ["C $", "N ls"]), ("ann@host:~/src$ make", ["C ann@host:~/src$", "N make"]),
            ("[root@host ~]# reboot", ["C [root@host ~]#", "N reboot"]), ("R1#show version", ["C R1#"]),
            ("mysql> SELECT 1;", ["C mysql>"]), (">>> print(1)", ["C >>>"]), ("100% done", []),
            ("# a comment", ["C # a comment"]), ("$ a \\\n  b 1\nif then", ["C $", "N a", "N b", "# 1"]),
            ("costs 5 $ here", []),
        ])
    func console(source: String, pieces: [String]) { #expect(seen(source, .console) == pieces) }

    @Test(
        "YAML: keys, values, comments and blocks of text",
        arguments: [
            ("a: 1\nb: true # c", ["N a", "# 1", "N b", "K true", "C # c"]),
            ("- name: \"x\"\n  image: nginx:1.2", ["N name", "S \"x\"", "N image"]),
            ("run: |\n  echo 1\n  # no\nnext: x", ["N run", "S echo 1", "S # no", "N next"]),
            ("{a: 1, b: [2, x]}", ["N a", "# 1", "N b", "# 2"]),
            ("---\n&id x: *id", ["K ---", "K &id", "N x", "K *id"]),
            ("\"k\": 'v'", ["N \"k\"", "S 'v'"]), ("url: http://x.org/#a", ["N url"]),
            ("at: 2026-01-02", ["N at", "# 2026-01-02"]),
        ])
    func yaml(source: String, pieces: [String]) { #expect(seen(source, .yaml) == pieces) }

    @Test("JSON: names, strings, numbers and literals")
    func json() {
        #expect(
            seen("{\"a\" : [-1.5e3, true, null, \"x\\\"y\"]} // no", .json) == [
                "N \"a\"", "# -1.5e3", "K true", "K null", "S \"x\\\"y\"", "C // no",
            ])
    }

    @Test(
        "Languages of words are told apart by their grammars",
        arguments: [
            (
                CodeLanguage.sql, "SELECT count(*) FROM \"t\" -- all\nWHERE a = 'it''s' AND b > 10",
                ["K SELECT", "K count", "K FROM", "N \"t\"", "C -- all", "K WHERE", "S 'it'", "S 's'", "K AND", "# 10"]
            ),
            (
                .python, "@app.get\ndef f(x):\n    \"\"\"Doc\n    '''\"\"\"\n    return g(0x1F) # c",
                ["N @app", "K def", "N f", "S \"\"\"Doc\n    '''\"\"\"", "K return", "N g", "# 0x1F", "C # c"]
            ),
            (
                .go, "func main() { s := `a\nb` /* c */; if x == 'y' {} } // z",
                ["K func", "N main", "S `a\nb`", "C /* c */", "K if", "S 'y'", "C // z"]
            ),
            (
                .javascript, "const f = async () => `t ${x}` + call(1_000)",
                ["K const", "K async", "S `t ${x}`", "N call", "# 1_000"]
            ),
            (
                .hcl, "resource \"a\" \"b\" {\n  name  = var.n # c\n  size  = 10\n  t = <<-EOT\n    hi\n    EOT\n}",
                [
                    "K resource", "S \"a\"", "S \"b\"", "N name", "K var", "C # c", "N size", "# 10", "N t",
                    "S     hi\n    EOT",
                ]
            ),
        ])
    func words(language: CodeLanguage, source: String, pieces: [String]) { #expect(seen(source, language) == pieces) }

    @Test(
        "Configuration of programs and of network devices",
        arguments: [
            (
                CodeLanguage.settings, "[a b]\nk = 10m ; c\n# d\non: yes",
                ["K [a b]", "N k ", "# 10m", "C ; c", "C # d", "N on", "K yes"]
            ),
            (
                .nginx, "server {\n  listen 80; # c\n  location / { proxy_pass http://$host; }\n}",
                ["K server", "K listen", "# 80", "C # c", "K location", "K proxy_pass", "N $host"]
            ),
            (
                .cisco,
                "R1(config)# interface g0/1\n ip address 10.0.0.1 255.255.255.0\n no shutdown\n description to the core\n!",
                [
                    "C R1(config)#", "K interface", "K ip", "# 10.0.0.1", "# 255.255.255.0", "K no", "K shutdown",
                    "K description", "S to the core", "C !",
                ]
            ),
        ])
    func configuration(language: CodeLanguage, source: String, pieces: [String]) {
        #expect(seen(source, language) == pieces)
    }

    @Test(
        "Authors' names for languages are known, in any case",
        arguments: [
            ("Bash", CodeLanguage.shell), ("terraform", .hcl), ("ts", .javascript), ("yml", .yaml), ("toml", .settings),
            ("psql", .sql), ("ios", .cisco), ("console", .console), ("py", .python), ("golang", .go),
        ])
    func names(name: String, language: CodeLanguage) { #expect(CodeLanguage(named: name) == language) }

    @Test("A source in no known language is plain")
    func plain() {
        #expect(CodeLanguage(named: "brainfuck") == nil)
        #expect(Highlighter.spans(of: "if 1", in: nil) == [Span("if 1", style: .code)])
        #expect(Highlighter.spans(of: "", in: nil).isEmpty)
    }

    @Test("Traits of the text around stay")
    func traits() {
        #expect(
            Highlighter.spans(of: "a 1", in: .shell, traits: .bold) == [
                Span("a", style: .codeName.with(.bold)), Span(" ", style: .code.with(.bold)),
                Span("1", style: .codeNumber.with(.bold)),
            ])
    }

    @Test("A mark that combines with a quote stays with it")
    func combining() {
        let spans = Highlighter.spans(of: "\"a\"\u{301} b", in: .json)
        #expect(spans.map(\.text) == ["\"a\"\u{301}", " b"])
    }

    @Test("In every language any text comes back whole, in pieces in order", arguments: 0..<200)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let pieces = [
            "\"", "'", "`", "\"\"\"", "'''", "<<EOF", "<<", "EOF", "\n", "\\", "#", "//", "/*", "*/", "--", "$", "${",
            "}", "{", "[", "]", "|", ">", ": ", ":", "- ", "=", ";", "!", "0x", "1e9", "10.0.0.0/8", "@", "  ", "\t",
            "no", "if", "for", "漢", "e\u{301}", "\u{301}", "\u{0}", "R1#", "$ ", "description", "&a", "*a",
        ]
        let source = (0..<30).map { _ in
            Bool.random(using: &generator)
                ? pieces.randomElement(using: &generator) ?? "" : Hostile.text(1, using: &generator)
        }.joined()
        for language in CodeLanguage.allCases {
            var end = 0
            for token in Highlighter.tokens(of: source, in: language) {
                #expect(token.range.lowerBound >= end && !token.range.isEmpty)
                end = token.range.upperBound
            }
            #expect(end <= source.utf8.count)
            #expect(Highlighter.spans(of: source, in: language).map(\.text).joined() == source)
        }
    }

    @Test("What never ends is read once to its end, however often it starts", arguments: CodeLanguage.allCases)
    func unended(language: CodeLanguage) {
        for piece in [
            "\"", "'", "`", "/*", "<<E ", "<<E\n", "${", "[", "\"\"\"", "a:", "$ ", "- ", "\"a\"  ", "#", "=", "no ",
        ] {
            let source = String(repeating: piece, count: 20_000)
            // A token a piece at most: nothing is read, or told, twice.
            #expect(Highlighter.tokens(of: source, in: language).count <= 40_000)
        }
    }
}
