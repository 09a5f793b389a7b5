import CarrelTerminal
import Testing

/// What a learner sees of each construct, whole, at three widths.
@Suite("Markdown as it is seen")
struct MarkdownBlocksTests {
    @Test("Headings of each level are told apart without colour")
    func headings() {
        let source = #"""
            # One of six levels
            Text.

            ## Two

            ### Three, and a long one

            #### Four

            ##### Five

            ###### Six
            """#
        #expect(
            seen(source, 80) == #"""
                One of six levels
                ═════════════════
                Text.

                Two
                ───

                ### Three, and a long one

                #### Four

                ##### Five

                ###### Six
                """#)
        #expect(
            seen(source, 40) == #"""
                One of six levels
                ═════════════════
                Text.

                Two
                ───

                ### Three, and a long one

                #### Four

                ##### Five

                ###### Six
                """#)
        #expect(
            seen(source, 20) == #"""
                One of six levels
                ═════════════════
                Text.

                Two
                ───

                ### Three, and a
                    long one

                #### Four

                ##### Five

                ###### Six
                """#)
    }

    @Test("Lists nest, keep their numbers, and hang")
    func lists() {
        let source = #"""
            7. Seven
            8. Eight is a longer item that wraps
               - inner bullet, long enough to wrap too
                 - innermost
            9. Nine

            - [x] a task that is done and needs two lines
            - [ ] open
            """#
        #expect(
            seen(source, 80) == #"""
                7. Seven
                8. Eight is a longer item that wraps
                   • inner bullet, long enough to wrap too
                     ◦ innermost
                9. Nine

                [✓] a task that is done and needs two lines
                [ ] open
                """#)
        #expect(
            seen(source, 40) == #"""
                7. Seven
                8. Eight is a longer item that wraps
                   • inner bullet, long enough to wrap
                     too
                     ◦ innermost
                9. Nine

                [✓] a task that is done and needs two
                    lines
                [ ] open
                """#)
        #expect(
            seen(source, 20) == #"""
                7. Seven
                8. Eight is a longer
                   item that wraps
                   • inner bullet,
                     long enough to
                     wrap too
                     ◦ innermost
                9. Nine

                [✓] a task that is
                    done and needs
                    two lines
                [ ] open
                """#)
    }

    @Test("Quotes nest, and breaks and rules stand where they are written")
    func quotes() {
        let source = #"""
            > Quoted text that is wrapped.
            >
            > > And one in it.

            Hard  
            break

            ---

            End
            """#
        #expect(
            seen(source, 80) == #"""
                │ Quoted text that is wrapped.
                │
                │ │ And one in it.

                Hard
                break

                ────────────────────────────────────────────────────────────────────────────────

                End
                """#)
        #expect(
            seen(source, 40) == #"""
                │ Quoted text that is wrapped.
                │
                │ │ And one in it.

                Hard
                break

                ────────────────────────────────────────

                End
                """#)
        #expect(
            seen(source, 20) == #"""
                │ Quoted text that
                │ is wrapped.
                │
                │ │ And one in it.

                Hard
                break

                ────────────────────

                End
                """#)
    }

    @Test("Links and images are numbered, and their addresses listed below")
    func links() {
        let source = #"""
            See [the specification](https://www.rfc-editor.org/rfc/rfc9293) and [it](https://www.rfc-editor.org/rfc/rfc9293).

            ![A state machine](https://example.org/tcp.png)

            https://example.org
            """#
        #expect(
            seen(source, 80) == #"""
                See the specification[1] and it[1].

                image: A state machine[2]

                https://example.org

                [1] https://www.rfc-editor.org/rfc/rfc9293
                [2] https://example.org/tcp.png
                """#)
        #expect(
            seen(source, 40) == #"""
                See the specification[1] and it[1].

                image: A state machine[2]

                https://example.org

                [1] https://www.rfc-editor.org/rfc/rfc92
                    93
                [2] https://example.org/tcp.png
                """#)
        #expect(
            seen(source, 20) == #"""
                See the
                specification[1] and
                it[1].

                image: A state
                machine[2]

                https://example.org

                [1] https://www.rfc-
                    editor.org/rfc/r
                    fc9293
                [2] https://example.
                    org/tcp.png
                """#)
    }

    @Test("A formula on display keeps its lines")
    func displayed() {
        let source = "So\n\n$$\n\\begin{aligned}\na &= b + c \\\\\nd &= e\n\\end{aligned}\n$$\n\nholds\nhere."
        let lines = [
            "So", "", "$$\\begin{aligned}", "a &= b + c \\\\", "d &= e", "\\end{aligned}", "$$", "", "holds here.",
        ]
        #expect(seen(source, 40) == lines.joined(separator: "\n"))
    }

    @Test("HTML, entities and formulas are shown as they are written")
    func source() {
        let source = #"""
            <b>bold</b> &amp; &lt;br&gt;, 5 &rarr; 6, $a_i * b_i$ and $$\frac{1}{2}$$; not $5 and $10 or $HOME and *$PATH*.
            """#
        #expect(
            seen(source, 80) == #"""
                <b>bold</b> & <br>, 5 → 6, $a_i * b_i$ and $$\frac{1}{2}$$; not $5 and $10 or
                $HOME and $PATH.
                """#)
        #expect(
            seen(source, 40) == #"""
                <b>bold</b> & <br>, 5 → 6, $a_i * b_i$
                and $$\frac{1}{2}$$; not $5 and $10 or
                $HOME and $PATH.
                """#)
        #expect(
            seen(source, 20) == #"""
                <b>bold</b> & <br>,
                5 → 6, $a_i * b_i$
                and $$\frac{1}{2}$$;
                not $5 and $10 or
                $HOME and $PATH.
                """#)
    }

    @Test("Wide text breaks between its characters, and not before what closes")
    func wide() {
        let source = #"""
            - 漢字を含む文章は、どこでも折り返せます。「引用」も（括弧）も。
            """#
        #expect(
            seen(source, 80) == #"""
                • 漢字を含む文章は、どこでも折り返せます。「引用」も（括弧）も。
                """#)
        #expect(
            seen(source, 40) == #"""
                • 漢字を含む文章は、どこでも折り返せま
                  す。「引用」も（括弧）も。
                """#)
        #expect(
            seen(source, 20) == #"""
                • 漢字を含む文章は、
                  どこでも折り返せま
                  す。「引用」も（括
                  弧）も。
                """#)
    }
}
