/// Where the process starts once its arguments are known.
public enum CommandLineEntry {
    public static func run(_ arguments: [String]) -> Int32 { 0 }
}
