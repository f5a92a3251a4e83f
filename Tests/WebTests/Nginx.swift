import Foundation
import TestSupport

/// A real nginx on loopback, for what the newsroom's server cannot do: TLS, compression, dripping.
final class Nginx: Sendable {
    static let program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    let port: Int
    /// The certificate that it shows, a PEM file.
    var certificate: String { directory.path + "/certificate.pem" }
    private let directory: TemporaryDirectory
    private let process: Process

    /// Serves the files of a directory of its own, and `locations` as nginx's configuration has them.
    /// With `tls` it shows a certificate that it signed itself.
    ///
    /// - Parameter port: nil for one that is free.
    init(
        files: [String: Data] = [:], locations: String = "", tls: Bool = false,
        at address: String = "127.0.0.1", port: Int? = nil
    ) throws {
        directory = try TemporaryDirectory()
        let path = directory.path
        for (name, bytes) in files { try bytes.write(to: directory.appending(name)) }
        if tls {
            try Self.run(
                "/usr/bin/openssl",
                ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
                    + ["-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
                    + ["-addext", "subjectAltName=IP:127.0.0.1"]
                    + ["-keyout", path + "/key.pem", "-out", path + "/certificate.pem"])
        }
        let certificate =
            tls
            ? "ssl_certificate \(path)/certificate.pem; ssl_certificate_key \(path)/key.pem;" : ""
        for candidate in port.map({ $0..<$0 + 1 }) ?? 28_400..<28_440 {
            try directory.write(
                """
                pid \(path)/pid; error_log \(path)/error.log; worker_processes 1; user root;
                events {}
                http {
                    access_log off; client_body_temp_path \(path); proxy_temp_path \(path);
                    fastcgi_temp_path \(path); uwsgi_temp_path \(path); scgi_temp_path \(path);
                    server {
                        listen \(address):\(candidate)\(tls ? " ssl http2" : ""); root \(path);
                        \(certificate)
                        \(locations)
                    }
                }
                """, to: "nginx.conf")
            let process = Process()
            process.executableURL = URL(filePath: Self.program ?? "")
            process.arguments = [
                "-c", path + "/nginx.conf", "-e", path + "/error.log", "-g", "daemon off;",
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            while process.isRunning, !FileManager.default.fileExists(atPath: path + "/pid") {
                usleep(5000)
            }
            // A port that is taken: the next.
            guard process.isRunning else { continue }
            (self.port, self.process) = (candidate, process)
            return
        }
        throw CocoaError(.executableLoad)
    }

    deinit {
        process.terminate()
    }

    /// Ends it, and comes back when nobody listens any more.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    @discardableResult
    static func run(_ program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return bytes
    }
}
