extension String {
    /// Without those of the characters that stand at its end.
    func trimmingSuffix(_ characters: String) -> String {
        var rest = self[...]
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
