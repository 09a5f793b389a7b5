import CarrelTerminal
import Testing

@Suite("Markdown for somebody who hears it")
struct MarkdownHeardTests {
    @Test("Marks of quotes and tasks are words, once, and what belongs to them is indented")
    func marks() {
        let source = #"""
            # A heading

            > First line of a quote that goes on
            >
            > and a second paragraph.

            - [x] one
            - [ ] two
            """#
        #expect(
            seen(source, 30, isHeard: true) == #"""
                A heading
                quote: First line of a quote
                       that goes on

                       and a second paragraph.

                done: one
                to do: two
                """#)
    }

    @Test("A quote in a quote says so")
    func nested() {
        #expect(
            seen("> one\n>\n> > two\n\nthree", 60, isHeard: true) == #"""
                quote: one

                       quote: two

                three
                """#)
    }
}
