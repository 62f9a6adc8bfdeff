import Actions
import ContactFormats
import Hummingbird

extension APIRoutes {
    /// The format a file is in.
    static let formatIn = APIRoute.Parameter(
        name: "format", about: "The format to read as, where it is not to be found out.", schema: APISchema.choice(ImportFiles.formats))
    /// The format people are handed out in.
    static let formatOut = APIRoute.Parameter(
        name: "to", about: "The format.", schema: APISchema.choice(ExportFormat.allCases.map(\.rawValue)), isRequired: true)
    /// What a file is called.
    static let fileName = APIRoute.Parameter(name: "name", about: "The file's name.", schema: APISchema.string(most: 200))
}

extension APICall {
    /// The format people are to be handed out in: `to`.
    func outgoingFormat() throws -> ExportFormat {
        let name = try required("to")
        guard let format = ExportFormat(rawValue: name) else { throw Self.unusable("to", "is no format there is") }
        return format
    }

    /// The format a file is to be read as: `format`; `nil` where it is to be found out.
    func incomingFormat() throws -> String? {
        guard let name = try text("format") else { return nil }
        guard ImportFiles.formats.contains(name) else { throw Self.unusable("format", "is no format there is") }
        return name
    }

    /// Takes in the body as a file, under the name the program gives it.
    func upload() async throws -> TransitFile {
        let file = try TransitFile(named: try text("name", most: 200) ?? "upload")
        try await file.take(request.body, upTo: configuration.mostUploadBytes)
        return file
    }
}
