import CarrelTerminal
import Testing

/// Blocks that keep their own columns.
@Suite("Code, diagrams and tables as they are seen")
struct MarkdownCodeAndTablesTests {
    @Test("Code is cut by columns with a mark, under the name of its language")
    func code() {
        let source = #"""
            ```bash
            kubectl get pods --namespace production --selector app=web
            	echo done
            ```

                indented
            """#
        #expect(
            seen(source, 80) == #"""
                ── bash
                  kubectl get pods --namespace production --selector app=web
                      echo done

                  indented
                """#)
        #expect(
            seen(source, 40) == #"""
                ── bash
                  kubectl get pods --namespace productio
                ↪ n --selector app=web
                      echo done

                  indented
                """#)
        #expect(
            seen(source, 20) == #"""
                ── bash
                  kubectl get pods -
                ↪ -namespace product
                ↪ ion --selector app
                ↪ =web
                      echo done

                  indented
                """#)
    }

    @Test("A diagram is tidy source under a caption")
    func diagram() {
        let source = #"""
            ```mermaid

                sequenceDiagram
                  Client->>Server: SYN, the first segment

            ```
            """#
        #expect(
            seen(source, 80) == #"""
                ── diagram, as Mermaid source
                  sequenceDiagram
                    Client->>Server: SYN, the first segment
                """#)
        #expect(
            seen(source, 40) == #"""
                ── diagram, as Mermaid source
                  sequenceDiagram
                    Client->>Server: SYN, the first segm
                ↪ ent
                """#)
        #expect(
            seen(source, 20) == #"""
                ── diagram, as Merm…
                  sequenceDiagram
                    Client->>Server:
                ↪  SYN, the first se
                ↪ gment
                """#)
    }

    @Test("A table is fitted by breaking its cells, or folded into blocks")
    func tables() {
        let source = #"""
            | Level | What it allows | Cost |
            |:--|:--|--:|
            | Read committed | Non-repeatable reads and phantoms | low |
            | Serializable | Nothing that one at a time would not | high |
            """#
        #expect(
            seen(source, 80) == #"""
                Level           What it allows                        Cost
                ──────────────  ────────────────────────────────────  ────
                Read committed  Non-repeatable reads and phantoms      low
                Serializable    Nothing that one at a time would not  high
                """#)
        #expect(
            seen(source, 40) == #"""
                Level           What it allows      Cost
                ──────────────  ──────────────────  ────
                Read committed  Non-repeatable       low
                                reads and phantoms

                Serializable    Nothing that one    high
                                at a time would
                                not
                """#)
        #expect(
            seen(source, 20) == #"""
                Level: Read
                  committed
                What it allows:
                  Non-repeatable
                  reads and phantoms
                Cost: low

                Level: Serializable
                What it allows:
                  Nothing that one
                  at a time would
                  not
                Cost: high
                """#)
    }
}
