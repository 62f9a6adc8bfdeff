import Actions
import Hummingbird

/// Asks for the owner's password once more before anything that lets somebody in or shuts the owner out. Tries count like those to sign in.
struct PasswordProof: Sendable {
    let desk: VaultDesk
    let limit: SignInLimit

    /// Checks what was given as the password; where there is none yet, nothing is asked.
    ///
    /// - Throws: `Refusal`: 429 after too many tries, 403 where it is not the password.
    func check(_ password: String?, _ context: VisitContext) async throws {
        guard context.hasPassword else { return }
        if let seconds = limit.waitingSeconds(for: context.address) {
            throw Refusal(
                .tooManyRequests, "too-many-tries", .text("gateTooManyTries", ["seconds": String(seconds)]),
                headers: [.retryAfter: String(seconds)])
        }
        let password = password ?? ""
        guard try await desk.read({ try CheckPassword(password).run(in: $0) }) else {
            throw Refusal(.forbidden, "password", .text("gateWrongPassword"))
        }
        limit.forget(context.address)
    }
}
