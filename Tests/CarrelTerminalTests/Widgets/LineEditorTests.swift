import CarrelTerminal
import Testing

@Suite("Text fields")
struct LineEditorTests {
    private func edited(_ text: String, _ keys: [Key], allowsNewlines: Bool = false, columns: Int = .max) -> String {
        var editor = LineEditor(text: text, allowsNewlines: allowsNewlines)
        for key in keys { _ = editor.handle(key, columns: columns) }
        let place = editor.text.index(editor.text.startIndex, offsetBy: editor.caret)
        return editor.text[..<place] + "|" + editor.text[place...]
    }

    @Test(
        "Keys edit at the caret",
        arguments: [
            ("ab", [Key.left, .char("x")], "ax|b"), ("ab", [.home, .delete], "|b"),
            ("ab", [.control("a"), .right], "a|b"),
            ("ab", [.backspace, .backspace, .backspace], "|"), ("one two  ", [.control("w")], "one |"),
            ("one two", [.left, .control("w")], "one |o"), ("one two", [.left, .left, .control("k")], "one t|"),
            ("one two", [.left, .left, .control("u")], "|wo"), ("ab", [.home, .end, .char("c")], "abc|"),
            ("e\u{301}👍🏽", [.backspace], "e\u{301}|"), ("e\u{301}👍🏽", [.left, .left, .delete], "|👍🏽"),
            ("", [.delete, .left, .right, .control("w"), .control("k"), .control("u")], "|"),
        ])
    func keys(text: String, keys: [Key], result: String) { #expect(edited(text, keys) == result) }

    @Test("A text that is typed or pasted ends at its most bytes, between two characters, and says so once")
    func most() {
        var editor = LineEditor(allowsNewlines: true)
        editor.insert(String(repeating: "é", count: LineEditor.largestText))
        #expect(editor.isCut)
        #expect(editor.text.utf8.count == LineEditor.largestText)
        _ = editor.handle(.left)
        #expect(!editor.isCut)
        _ = editor.handle(.char("x"))
        #expect(editor.isCut)
        _ = editor.handle(.backspace)
        _ = editor.handle(.char("x"))
        #expect(!editor.isCut)
        // What was longer before stays whole.
        editor.replace(with: String(repeating: "y", count: LineEditor.largestText * 2))
        #expect(editor.text.utf8.count == LineEditor.largestText * 2)
    }

    @Test("A height up to so many rows is that of the whole text, as far as it is asked for", arguments: 1...30)
    func bounded(columns: Int) {
        let words = (0..<60).map { String(repeating: "wort", count: $0 % 7) + ($0 % 11 == 0 ? "\n" : " ") }
        let editor = LineEditor(text: words.joined() + "字宽", allowsNewlines: true)
        let height = editor.height(columns: columns)
        for most in [1, 2, 5, 24, 1_000] {
            #expect(editor.height(columns: columns, most: most) == min(height, most))
        }
    }

    @Test("Lines are edited one by one where new lines are allowed")
    func lines() {
        #expect(edited("ab\ncd", [.home], allowsNewlines: true) == "ab\n|cd")
        #expect(edited("ab\ncd", [.control("u")], allowsNewlines: true) == "ab\n|")
        #expect(edited("ab\ncd", [.up, .control("k")], allowsNewlines: true) == "ab|cd")
        #expect(edited("ab\ncd", [.up, .home, .control("k")], allowsNewlines: true) == "|\ncd")
        #expect(edited("ab", [.enter, .newline, .char("c")], allowsNewlines: true) == "ab\n\nc|")
    }

    @Test("The vertical keys keep their column and follow wrapped lines")
    func vertical() {
        #expect(edited("abcd\nx\nabcd", [.up, .up], allowsNewlines: true) == "abcd|\nx\nabcd")
        #expect(edited("abcd\nx\nabcd", [.left, .up, .up, .down, .down], allowsNewlines: true) == "abcd\nx\nabc|d")
        #expect(edited("one two three", [.up], columns: 6) == "one two| three")
        #expect(edited("漢字\nabc", [.up], allowsNewlines: true) == "漢|字\nabc")
    }

    @Test("A key without a meaning here is left to the screen")
    func untaken() {
        var editor = LineEditor(text: "ab")
        for key: Key in [.up, .down, .enter, .newline, .tab, .escape, .pageUp, .control("d"), .function(1)] {
            let isTaken = editor.handle(key)
            #expect(!isTaken)
        }
        #expect(editor.text == "ab" && editor.caret == 2)
    }

    @Test("Pasted text is text: lines are kept or folded, control characters dropped")
    func paste() {
        var field = LineEditor(text: "ab")
        field.insert("x\r\ny\u{1B}[31m\u{7}\tz\u{0}")
        #expect(field.text == "abx y z")
        var notes = LineEditor(text: "", allowsNewlines: true)
        notes.insert("x\r\ny\rz\n\tq")
        #expect(notes.text == "x\ny\nz\n    q")
    }

    @Test("A mark typed after a letter joins it, and the caret stays behind both")
    func joining() {
        var editor = LineEditor(text: "e")
        editor.insert("\u{301}")
        #expect(editor.text == "e\u{301}" && editor.caret == 1)
        var family = LineEditor(text: "👩x👧")
        family.moveCaret(to: 1)
        family.insert("\u{200D}")
        #expect(family.caret == 1)
        _ = family.handle(.delete)
        #expect(family.text == "👩\u{200D}👧" && family.caret == 1)
    }

    private func drawn(_ editor: LineEditor, _ columns: Int, _ rows: Int) -> (lines: [String], cursor: Position?) {
        var canvas = Canvas(columns: columns, rows: rows)
        editor.draw(on: &canvas, x: 0, y: 0, columns: columns, rows: rows, isFocused: true)
        return (canvas.lines, canvas.cursor)
    }

    @Test("One row scrolls sideways so that the caret is in sight")
    func sideways() {
        var editor = LineEditor(text: "abcdefgh")
        #expect(drawn(editor, 4, 1).lines == ["fgh"])
        #expect(drawn(editor, 4, 1).cursor == Position(x: 3, y: 0))
        _ = editor.handle(.home)
        #expect(drawn(editor, 4, 1).lines == ["abcd"])
        #expect(drawn(editor, 4, 1).cursor == Position(x: 0, y: 0))
        #expect(drawn(LineEditor(text: "漢字漢字"), 4, 1).cursor == Position(x: 2, y: 0))
    }

    @Test("Several rows wrap at words and scroll to the caret")
    func wrapped() {
        let editor = LineEditor(text: "one two three four", allowsNewlines: true)
        #expect(editor.height(columns: 8) == 3)
        #expect(drawn(editor, 8, 4).lines == ["one two", "three", "four", ""])
        #expect(drawn(editor, 8, 2).lines == ["three", "four"])
        #expect(drawn(editor, 8, 2).cursor == Position(x: 4, y: 1))
        #expect(LineEditor(text: "").height(columns: 8) == 1)
    }

    @Test("Without the focus there is no cursor, and no size is an error")
    func sizes() {
        let editor = LineEditor(text: "ab\n漢字", allowsNewlines: true)
        for columns in [Int.min, -1, 0, 1, 2, .max] {
            for rows in [Int.min, -1, 0, 1, 2, .max] {
                for x in [Int.min, -1, 0, .max] {
                    var canvas = Canvas(columns: 3, rows: 2)
                    editor.draw(on: &canvas, x: x, y: 0, columns: columns, rows: rows, isFocused: false)
                    #expect(canvas.cursor == nil)
                    editor.draw(on: &canvas, x: x, y: x, columns: columns, rows: rows, isFocused: true)
                }
            }
        }
    }

    @Test("Any keys do what they do to a list of characters", arguments: 0..<300)
    func model(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let allowsNewlines = Bool.random(using: &generator)
        var editor = LineEditor(allowsNewlines: allowsNewlines)
        var model = NaiveField()
        // Letters that never join their neighbours: the model knows nothing of clusters.
        let keys: [Key] = [
            .char("a"), .char(" "), .char("漢"), .char("é"), .left, .right, .home, .end, .backspace, .delete,
            .control("w"),
            .control("k"), .control("u"), .control("a"), .control("e"), .enter,
        ]
        for _ in 0..<60 {
            let key = keys.randomElement(using: &generator) ?? .left
            if editor.handle(key) { model.handle(key) }
            #expect(Array(editor.text) == model.characters)
            #expect(editor.caret == model.caret)
        }
    }

    @Test("Hostile input keeps the caret in the text and its cursor in the field", arguments: 0..<200)
    func hostile(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        var editor = LineEditor(allowsNewlines: Bool.random(using: &generator))
        let keys: [Key] = [.left, .right, .up, .down, .backspace, .delete, .control("w"), .control("k"), .home, .end]
        for _ in 0..<30 {
            if Bool.random(using: &generator) {
                editor.insert(Hostile.text(4, using: &generator))
            } else {
                _ = editor.handle(keys.randomElement(using: &generator) ?? .left, columns: 7)
            }
            #expect((0...editor.text.count).contains(editor.caret))
            for rows in [1, 3] {
                let (lines, cursor) = drawn(editor, 7, rows)
                #expect(cursor.map { (0..<7).contains($0.x) && (0..<rows).contains($0.y) } == true)
                #expect(!lines.joined().unicodeScalars.contains(where: Hostile.isForbidden))
            }
        }
    }
}

/// A field as one would write it without a thought for speed.
private struct NaiveField {
    var characters: [Character] = []
    var caret = 0

    private var lineStart: Int { (characters[..<caret].lastIndex(of: "\n") ?? -1) + 1 }
    private var lineEnd: Int { characters[caret...].firstIndex(of: "\n") ?? characters.count }

    mutating func handle(_ key: Key) {
        switch key {
        case .char(let character): insert(character)
        case .enter: insert("\n")
        case .left: if caret > 0 { caret -= 1 }
        case .right: if caret < characters.count { caret += 1 }
        case .home, .control("a"): caret = lineStart
        case .end, .control("e"): caret = lineEnd
        case .backspace: if caret > 0 { caret -= 1; characters.remove(at: caret) }
        case .delete: if caret < characters.count { characters.remove(at: caret) }
        case .control("k"):
            if caret < characters.count, lineEnd == caret {
                characters.remove(at: caret)
            } else {
                characters.removeSubrange(caret..<lineEnd)
            }
        case .control("u"): remove(from: lineStart)
        case .control("w"):
            var start = caret
            while start > 0, characters[start - 1].isWhitespace { start -= 1 }
            while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
            remove(from: start)
        default: break
        }
    }

    private mutating func insert(_ character: Character) {
        characters.insert(character, at: caret)
        caret += 1
    }

    private mutating func remove(from start: Int) {
        characters.removeSubrange(start..<caret)
        caret = start
    }
}
