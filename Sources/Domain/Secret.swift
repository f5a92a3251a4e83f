/// A key or password. It shows itself only where it is asked for by name.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    package let revealed: String

    package init(_ text: String) {
        revealed = text
    }

    package var description: String { "***" }
    package var debugDescription: String { "***" }
}

extension Secret: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: []) }
}
