/// The files of a directory that need not be there.
public enum DirectoryListing {
    /// Names in `directory`, sorted, without hidden ones; none where it is not there or cannot be read.
    public static func names(in directory: String) -> [String] {
        do throws(FileProblem) {
            return try FileAccess.names(in: directory)
        } catch {
            return []
        }
    }
}
