import Foundation

/// Prints a line at once, also into a file: what runs for hours may be ended before its end.
func say(_ line: String) {
    // A report that cannot be written is nobody's failure.
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}
