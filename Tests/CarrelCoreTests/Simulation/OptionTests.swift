import Testing

@testable import CarrelCore

/// What GNU's tools say, taken down from them.
@Suite("Options of the tools")
struct OptionTests {
    private static let files: [String: World.Value] = [
        "file./home/h.text": .text("1K x\n2 b\n1M a\n-3 c\n0.5G d\n900k q\n-1K y\n"),
        "file./home/n.text": .text("a\nb\nERROR\nc\nd\ne\nf\nERROR\ng\n"),
        "file./home/g.text": .text("a\n\n\nb\tx\n"),
    ]

    @Test(
        "An option does what GNU's does",
        arguments: [
            ("sort -h h", ["-1K y", "-3 c", "2 b", "1K x", "900k q", "1M a", "0.5G d"]),
            ("sort -k2,2r h | head -n 2", ["-1K y", "1K x"]), ("sort -u f f", ["one", "three", "two"]),
            ("sort -c h", ["sort: h:3: disorder: 1M a"]), ("sort -o out f; cat out", ["one", "three", "two"]),
            ("grep -A1 ERROR n", ["ERROR", "c", "--", "ERROR", "g"]),
            ("grep -n -B 1 ERROR n", ["2-b", "3:ERROR", "--", "7-f", "8:ERROR"]),
            ("grep -H -C1 two f", ["f-one", "f:two", "f-three"]), ("grep -1 two f", ["one", "two", "three"]),
            ("grep -w -E 'on|two' f", ["two"]), ("grep -Fw on f", []), ("grep -xE 'o|one' f", ["one"]),
            ("grep -e one -e two f", ["one", "two"]), ("grep -L one f g", ["g"]), ("grep -s one nofile f", ["f:one"]),
            ("cat f | tr -c 'a-z\\n' X", ["one", "two", "three"]), ("cat f | tr -cd 'o\\n'", ["o", "o", ""]),
            ("cat f | tr -cs 'a-n' '-'", ["-ne-h-ee-"]), ("cat f | tr -t onex ab", ["abe", "twa", "three"]),
            ("head -c 5 f", ["one", "t"]), ("tail -c 3 f", ["ee"]), ("tail -c +9 f", ["three"]),
            ("head -v -n 1 f", ["==> f <==", "one"]), ("tail -q -n 1 f f", ["three", "three"]),
            ("mv -v f z", ["renamed 'f' -> 'z'"]), ("mv -n f h; cat f | wc -l", ["3"]),
            ("cp -n f h; head -n 1 h", ["1K x"]), ("cp -v f z", ["'f' -> 'z'"]), ("rm -v f", ["removed 'f'"]),
            ("mkdir -v d", ["mkdir: created directory 'd'"]),
            ("mkdir -p d/e; rm -rv d", ["removed directory 'd/e'", "removed directory 'd'"]),
            ("mkdir -p d/e; rmdir -pv d/e", ["rmdir: removing directory, 'd/e'", "rmdir: removing directory, 'd'"]),
            ("ln -sv f l", ["'l' -> 'f'"]), ("ln -s f l; cp -a l m; stat -c %F m", ["symbolic link"]),
            ("cat -A g", ["a$", "$", "$", "b^Ix$"]), ("cat -b g", ["     1\ta", "", "", "     2\tb\tx"]),
            ("cat -s g", ["a", "", "b\tx"]), ("nl g", ["     1\ta", "       ", "       ", "     2\tb\tx"]),
            ("nl -ba -w2 -s: g", [" 1:a", " 2:", " 3:", " 4:b\tx"]),
            ("uniq -c g | head -n 2", ["      1 a", "      2 "]),
            ("cut -c1 --complement f", ["ne", "wo", "hree"]),
            ("chmod -v 600 f", ["mode of 'f' changed from 0644 (rw-r--r--) to 0600 (rw-------)"]),
            ("touch -r f z; mkdir d; ls -F d z", ["z", "", "d:"]), ("ls -r f g h", ["h  g  f"]),
            ("du -c f g", ["4\tf", "4\tg", "8\ttotal"]), ("find . -type q", ["find: Unknown argument to -type: q"]),
            ("echo -e 'a\\tb\\\\n'", ["a\tb\\n"]), ("wc -lw f n", [" 3  3 f", " 9  9 n", "12 12 total"]),
        ])
    func options(line: String, said: [String]) {
        var simulation = SimulationFixture.files(Self.files)
        #expect(simulation.says(line) == said, "\(line)")
    }

    @Test("Files are listed the newest first with -t, and with numbers with -n")
    func listing() {
        var simulation = SimulationFixture.files([
            "file./d/old.text": .text("x"), "file./d/old.time": .text("Mar  3  2024"), "file./d/new.text": .text("x"),
            "file./d/new.time": .text("Feb  1 08:00"), "file./d/mid.text": .text("x"),
        ])
        #expect(simulation.says("ls -1t /d") == ["new", "mid", "old"])
        #expect(simulation.says("ls -1tr /d") == ["old", "mid", "new"])
        #expect(simulation.says("ls -n /d/old") == ["-rw-r--r-- 1 0 0 1 Mar  3  2024 /d/old"])
    }

    @Test(
        "An option that the real tool has and this one does not do is told, and changes nothing",
        arguments: [
            ("sort -V f", "sort: -V is beyond this simulated sort"),
            ("sort --version-sort f", "sort: --version-sort is beyond this simulated sort"),
            ("grep -P one f", "grep: -P is beyond this simulated grep"),
            ("rm -i f", "rm: -i is beyond this simulated rm"),
            ("mv -i f g", "mv: -i is beyond this simulated mv"), ("cp -u f g", "cp: -u is beyond this simulated cp"),
            ("touch -d now f", "touch: -d is beyond this simulated touch"),
            ("ls -X", "ls: -X is beyond this simulated ls"),
            ("stat --printf %a f", "stat: --printf is beyond this simulated stat"),
            ("chmod --reference g f", "chmod: --reference is beyond this simulated chmod"),
            ("find . -mtime 1", "find: -mtime is beyond this simulated find"),
            ("pkill -u ada", "pkill: -u is beyond this simulated pkill"),
            ("killall -i x", "killall: -i is beyond this simulated killall"),
            ("history -c", "bash: history: -c is beyond this simulated history"),
            ("export -n X", "bash: export: -n is beyond this simulated export"),
        ])
    func beyond(line: String, said: String) {
        var simulation = SimulationFixture.files()
        let before = simulation.state
        #expect(simulation.says(line) == [said])
        #expect(simulation.state == before)
    }
}
