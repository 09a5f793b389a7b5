import Testing

@testable import CarrelCore

/// A home where `ada` types, and a setgid directory of her group `web`.
@Suite("Whose files are, and what may be done with them")
struct FileRightsTests {
    private static let files: [String: World.Value] = [
        "user": .text("ada"), "groups": .text("ada web"), "file./home.owner": .text("ada"),
        "file./home/f.owner": .text("ada"), "file./home/f.group": .text("ada"),
        "file./home/up.kind": .text("dir"), "file./home/up.mode": .text("2775"), "file./home/up.owner": .text("ada"),
        "file./home/up.group": .text("web"), "account.ada.uid": .number(1000), "account.www.uid": .number(33),
        "account.www.groups": .text("web"), "group.ada.gid": .number(1000), "group.www.gid": .number(33),
        "group.web.gid": .number(50), "file./home/d/in.text": .text("x"), "file./home/d.owner": .text("ada"),
        "file./home/d/in.owner": .text("ada"), "file./home/d/no.text": .text("y"),
        "file./home/d/no.mode": .text("0600"), "file./home/d/no.owner": .text("root"),
        "file./home/f.txt.text": .text("other"), "file./home/f.txt.owner": .text("ada"),
    ]

    @Test(
        "Rights and owners",
        arguments: [
            // What is made in a setgid directory has its group, and chmod 755 does not take setgid off.
            (["touch up/n", "mkdir up/s", "stat -c '%a %U:%G' up/n up/s"], ["644 ada:web", "2755 ada:web"]),
            (["chmod 755 up; chmod 0770 up; stat -c %a up"], ["2770"]),
            (["chmod 00770 up; stat -c %a up"], ["770"]), (["chmod g-s up; stat -c %a up"], ["775"]),
            (["umask 027; touch n; mkdir s; stat -c %a n s"], ["640", "750"]),
            (["umask 027; umask; umask -S"], ["0027", "u=rwx,g=rx,o="]),
            (["umask g=rx,o=; umask"], ["0027"]), (["mkdir -m u=rwx,go= s; stat -c %a s"], ["700"]),
            (["umask 9"], ["bash: umask: 9: octal number out of range"]),
            (["chown :web f; stat -c %U:%G f"], ["ada:web"]), (["chown ada f && echo $?"], ["0"]),
            (["chown :www f"], ["chown: changing group of 'f': Operation not permitted"]),
            (["sudo chown 33:50 f; stat -c %U:%G f"], ["www:web"]),
            (["sudo chown 1234 f; stat -c '%U %u' f"], ["1234 1234"]),
            (["sudo chown www: f; stat -c %U:%G f"], ["www:www"]),
            (["sudo chown www:nope f"], ["chown: invalid group: 'www:nope'"]),
            (["chmod 4755 f; sudo chown root f; stat -c %a f"], ["755"]),
            (["chmod g=u f; stat -c %a f"], ["664"]), (["chmod +w f; stat -c %a f"], ["644"]),
            (
                ["chmod 600 nope f; stat -c %a f; echo $?"],
                ["600", "chmod: cannot access 'nope': No such file or directory", "600", "0"].dropFirst().map { $0 }
            ),
            // As whom a line is run.
            (["sudo -u www whoami"], ["sudo: whoami: command not found"]),
            (["sudo -u www touch /home/up/w; stat -c %U:%G up/w"], ["www:web"]),
            (["sudo -u www touch w"], ["touch: cannot touch 'w': Permission denied"]),
            (
                ["sudo -u nobody pwd"],
                ["sudo: unknown user nobody", "sudo: error initializing audit plugin sudoers_audit"]
            ),
            (["sudo -n -- touch w; stat -c %U w"], ["root"]),
            (
                ["sudo cd /"],
                [
                    "sudo: cd: command not found",
                    "sudo: \"cd\" is a shell built-in command, it cannot be run directly.",
                ]
            ),
            (["sudo nope; echo $?"], ["sudo: nope: command not found", "1"]),
            // Copying and moving go as far as they can.
            (["cp -r d e; ls e; echo $?"], ["cp: cannot open 'd/no' for reading: Permission denied", "in", "0"]),
            (["cp -r d up", "cp -r d up 2> err; ls up/d"], ["in"]),
            (["cp f f"], ["cp: 'f' and 'f' are the same file"]), (["mv f f"], ["mv: 'f' and 'f' are the same file"]),
            (["cp -r d d/e"], ["cp: cannot copy a directory, 'd', into itself, 'd/e'"]),
            (["mv d d/e"], ["mv: cannot move 'd' to a subdirectory of itself, 'd/e'"]),
            (["mv f d/"], []), (["mv f z; ls"], ["d  f.txt  long  up  z"]),
            (["mv f nope/"], ["mv: cannot move 'f' to 'nope/': Not a directory"]),
            (["cp f nope/"], ["cp: cannot create regular file 'nope/': Not a directory"]),
            (["mv f long nope"], ["mv: target 'nope': No such file or directory"]),
            (["mv d g; ls -1 g; cat g/in"], ["in", "no", "x"]),
            (["cp -r d f"], ["cp: cannot overwrite non-directory 'f' with directory 'd'"]),
            (["rm nope f; ls"], ["rm: cannot remove 'nope': No such file or directory", "d  f.txt  long  up"]),
            // What cannot be searched, or has no directory in it.
            (["chmod -x up; touch up/a"], ["touch: cannot touch 'up/a': Permission denied"]),
            (
                ["chmod -x d; ls d"],
                [
                    "in  no", "ls: cannot access 'd/in': Permission denied",
                    "ls: cannot access 'd/no': Permission denied",
                ]
            ),
            (["ls -d */"], ["d/  up/"]),
            (["ls nope f; echo $?"], ["f", "ls: cannot access 'nope': No such file or directory", "2"]),
            (["find . -perm /u+x -type d ! -name up"], [".", "./d"]),
            (["find . -name f -o -name in"], ["./d/in", "./f"]),
            (["find . '(' -name f -o -name in ')' -user ada"], ["./d/in", "./f"]),
        ] as [([String], [String])])
    func rights(lines: [String], said: [String]) {
        var simulation = SimulationFixture.files(Self.files)
        var last: [String] = []
        for line in lines { last = simulation.run(line, on: "A").lines }
        #expect(last == said, "\(lines)")
    }
}
