import Testing
import Glibc
@testable import CarrelContent
@Test func drive() {
    guard let p = getenv("DRIVE") else { return }
    let r = Linter.lint(paths: String(cString: p).split(separator: ":").map(String.init))
    print(r.text())
}
