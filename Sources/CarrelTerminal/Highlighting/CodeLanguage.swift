/// A language that code blocks are highlighted in.
enum CodeLanguage: CaseIterable, Sendable {
    case shell, console, yaml, json, sql, python, go, javascript, hcl, settings, nginx, cisco

    /// The language an author means by the word after a fence; nil for one that is not highlighted.
    init?(named name: String) {
        switch name.lowercased() {
        case "sh", "bash", "zsh", "ksh", "shell", "shellscript": self = .shell
        case "console", "terminal", "shell-session", "sh-session", "shellsession": self = .console
        case "yaml", "yml": self = .yaml
        case "json", "jsonc", "json5", "jsonl": self = .json
        case "sql", "postgresql", "postgres", "psql", "mysql", "sqlite", "plsql", "tsql": self = .sql
        case "python", "py", "python3", "py3": self = .python
        case "go", "golang": self = .go
        case "javascript", "js", "jsx", "mjs", "node", "typescript", "ts", "tsx": self = .javascript
        case "hcl", "terraform", "tf", "tfvars": self = .hcl
        case "ini", "conf", "config", "cfg", "toml", "properties", "systemd", "dotenv", "env", "editorconfig":
            self = .settings
        case "nginx", "nginxconf": self = .nginx
        case "cisco", "ios", "cisco-ios", "ciscoios", "ios-xe": self = .cisco
        default: return nil
        }
    }

    var lexer: any CodeLexer {
        switch self {
        case .shell: ShellLexer()
        case .console: ConsoleLexer()
        case .yaml: YAMLLexer()
        case .json: JSONLexer()
        case .sql: WordLexer(.sql)
        case .python: WordLexer(.python)
        case .go: WordLexer(.go)
        case .javascript: WordLexer(.javascript)
        case .hcl: WordLexer(.hcl)
        case .settings: SettingsLexer()
        case .nginx: NginxLexer()
        case .cisco: CiscoLexer()
        }
    }
}
