import CarrelCore
import Testing

@Suite("Pack files")
struct PackFileTests {
    @Test("A file looks unchanged as long as its place, size, time and inode are the same")
    func unchanged() {
        let file = PackFile(path: "/p/a", root: "/p", size: 1, modified: 2, inode: 3, hash: "x")
        var same = file
        same.hash = ""
        #expect(same.looksUnchanged(since: file))
        for change in [\PackFile.size, \.modified, \.inode] {
            var other = file
            other[keyPath: change] += 1
            #expect(!other.looksUnchanged(since: file))
        }
    }
}
