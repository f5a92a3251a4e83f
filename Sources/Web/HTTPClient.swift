/// The way to the network, as a value: libcurl in the program, recorded answers in tests.
package struct HTTPClient: Sendable {
    /// Answers any status as a response. Cancelling the task ends the transfer at once and throws
    /// `FetchError.cancelled`.
    package var fetch: @Sendable (Request) async throws(FetchError) -> Response

    package init(fetch: @escaping @Sendable (Request) async throws(FetchError) -> Response) {
        self.fetch = fetch
    }
}
