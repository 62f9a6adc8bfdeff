import Actions
import Foundation
import Hummingbird
import Vault
import WebApp

/// The ways contacts take: in, over the review and the changes, and out again.
struct FlowRoutes: Sendable {
    let desk: VaultDesk
    let writer: PageWriter
    let proof: PasswordProof
    let restorations: RestoreDesk
    let configuration: ServerConfiguration

    private var spoolFolder: String { configuration.spoolFolder }

    func add(to router: Router<VisitContext>) {
        UploadFolder.removeAbandoned(in: spoolFolder)
        // Who has nothing yet is greeted where contacts come in.
        router.get("/") { _, _ in
            let isEmpty = try await desk.read { try ListSnapshots().run(in: $0).isEmpty }
            return Response.redirect(to: isEmpty ? "/import" : "/people", type: .normal)
        }
        ImportRoutes(
            desk: desk, imports: ImportDesk(desk: desk), restorations: restorations, writer: writer, spoolFolder: spoolFolder,
            mostBytes: configuration.mostUploadBytes
        ).add(to: router)
        GuideRoutes(writer: writer, mostBytes: configuration.mostUploadBytes).add(to: router)
        LogRoutes(desk: desk, writer: writer).add(to: router)
        ChangeRoutes(desk: desk, writer: writer, proof: proof, kept: KeptAnswers(desk: desk)).add(to: router)
        HandOverRoutes(desk: desk, writer: writer, spoolFolder: spoolFolder).add(to: router)
        ReviewRoutes(desk: desk, writer: writer, kept: KeptReviews(desk: desk)).add(to: router)
        SourceRoutes(desk: desk, writer: writer).add(to: router)
        SafeKeepingRoutes(
            desk: desk, checks: CheckDesk(desk: desk), writer: writer, vaultPath: configuration.vaultPath ?? "", spoolFolder: spoolFolder
        ).add(to: router)
        RestoreRoutes(
            restorations: restorations, writer: writer, proof: proof, spoolFolder: spoolFolder,
            mostBytes: configuration.mostUploadBytes
        ).add(to: router)
        SettingsRoutes(desk: desk, writer: writer, vaultPath: configuration.vaultPath ?? "", version: configuration.version)
            .add(to: router)
    }
}
