import ContactFormats
import Foundation
import Hummingbird
import NIOCore

/// A file that passes through: in a folder nobody else can read, gone as soon as nobody holds it.
final class TransitFile: Sendable {
    private let folder: String
    /// Where it is.
    let path: String

    /// What it is called.
    var name: String { String(path.dropFirst(folder.count + 1)) }

    /// Makes room for a file.
    ///
    /// - Parameter name: the name the file has with the one who sent it; what could lead elsewhere is left out of it.
    init(named name: String) throws {
        let safe = String(
            name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last?.filter { !$0.isNewline && $0 != "\0" }.prefix(120) ?? "")
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-" + Data.random(count: 12).hexadecimal).path
        path = folder + "/" + (safe.isEmpty || safe.hasPrefix(".") ? "file" : safe)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Takes in a request's body.
    ///
    /// - Throws: `Refusal`: 413 where it is larger than it may be, 507 where it does not fit onto the disk.
    func take(_ body: RequestBody, upTo mostBytes: Int64) async throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try await body.write(to: file, upTo: mostBytes)
    }

    /// Lets bytes be written to it, one piece after another.
    func write<Result>(_ body: (_ put: @escaping (ArraySlice<UInt8>) throws -> Void) throws -> Result) throws -> Result {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return try body { try file.write(contentsOf: Data($0)) }
    }

    /// A text in which the file is called by its name, not by where it lies.
    func told(_ text: String) -> String { text.replacing(folder + "/", with: "") }

    /// Does something with the file; what is wrong with it is told by its name.
    func naming<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch var error as InputError {
            error.message = told(error.message)
            throw error
        }
    }

    /// The file as an answer that comes in pieces.
    ///
    /// - Parameter done: called when all was sent. The answer then ends with it, rather than with the last of bytes told beforehand, so that
    ///   who has read it to its end knows that it was done.
    func response(_ mediaType: String, named name: String, done: (@Sendable () async throws -> Void)? = nil) throws -> Response {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        let body = ResponseBody(contentLength: done == nil ? size : nil) { writer in
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: self.path))
            defer { try? file.close() }
            while let data = try file.read(upToCount: 256 << 10), !data.isEmpty { try await writer.write(ByteBuffer(bytes: data)) }
            if let done {
                // To a task that was cancelled the pieces may end as if all had been sent.
                try Task.checkCancellation()
                try await done()
            }
            try await writer.finish(nil)
        }
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_ ".contains($0)) }
        return Response(
            status: .ok,
            headers: [.contentType: mediaType, .contentDisposition: "attachment; filename=\"\(plain.isEmpty ? "file" : plain)\""],
            body: body)
    }
}

extension RequestBody {
    /// Writes all of it to a file.
    ///
    /// - Throws: `Refusal`: 413 where it is larger than it may be, 507 where it does not fit onto the disk.
    func write(to file: FileHandle, upTo mostBytes: Int64) async throws {
        var count: Int64 = 0
        for try await buffer in self {
            count += Int64(buffer.readableBytes)
            guard count <= mostBytes else { throw Refusal(.contentTooLarge, "too-large", .text("gateTooLarge")) }
            do {
                try file.write(contentsOf: Data(buffer.readableBytesView))
            } catch {
                throw UploadReading.noRoom
            }
        }
    }
}
