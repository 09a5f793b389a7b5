import Testing

@testable import CarrelContent

@Suite("What the linter reports")
struct LintReportTests {
    let report = LintReport(
        faults: [
            PackFault(
                severity: .error, file: "data/a.yaml", position: TextPosition(line: 3, column: 5), key: "title",
                message: "is empty"),
            PackFault(severity: .warning, file: "data/b.yaml", message: "w"),
        ], filesChecked: 2, questionsChecked: 1)

    @Test("Text has a line for each fault, in the form editors jump by, and a sum")
    func text() {
        #expect(
            report.text() == """
                data/a.yaml:3:5: error: title: is empty
                data/b.yaml:1:1: warning: w
                1 error, 1 warning in 2 files, 1 question
                """)
    }

    @Test("JSON keeps its shape: other programs read it")
    func json() throws {
        #expect(
            try report.json() == """
                {
                  "errors": 1,
                  "faults": [
                    {
                      "column": 5,
                      "file": "data/a.yaml",
                      "key": "title",
                      "line": 3,
                      "message": "is empty",
                      "severity": "error"
                    },
                    {
                      "column": 1,
                      "file": "data/b.yaml",
                      "key": "",
                      "line": 1,
                      "message": "w",
                      "severity": "warning"
                    }
                  ],
                  "filesChecked": 2,
                  "questionsChecked": 1,
                  "warnings": 1
                }
                """)
    }
}
