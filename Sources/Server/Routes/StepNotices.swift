import Actions
import ContactModel
import Hummingbird
import Vault
import WebApp

/// Tells what was just done, and takes it back.
///
/// A route that changed something answers with `answer(_:step:to:_:)`: a browser is sent on to a page with `?done=STEP`, which shows the
/// notice and its undo button; a script gets `{"text", "step"}`. A page shows the notice by passing `notice(for:_:)` to the writer.
struct StepNotices: Sendable {
    let desk: VaultDesk
    let writer: PageWriter

    func add(to router: Router<VisitContext>) {
        router.post("/undo") { request, context in try await undo(request, context) }
    }

    /// The notice a page's address asks for: `?done=42`, `?undone=42`; `nil` where there is none, or no such step.
    func notice(for request: Request, _ texts: Texts) async throws -> Frame.Notice? {
        let parameters = request.queryFields
        guard let number = (parameters["done"] ?? parameters["undone"]).flatMap({ Int64($0) }) else { return nil }
        return try await notice(of: number, texts)
    }

    /// Sends a browser on, or tells a script.
    ///
    /// - Parameters:
    ///   - path: where to go, of ours.
    ///   - place: where on that page one goes on: `#suggestions`; where it is empty, the notice itself takes the focus.
    func answer(
        _ request: Request, step: Int64, name: String = "done", to path: String, at place: String = "", _ context: VisitContext
    ) async throws -> Response {
        guard request.headers[.accept]?.contains("application/json") == true else {
            let address = Self.own(path)
            return .redirect(to: "\(address)\(address.contains("?") ? "&" : "?")\(name)=\(step)\(place)", type: .normal)
        }
        let notice = try await notice(of: step, writer.texts(for: context))
        var json = JSONWriter()
        json.beginObject()
        json.member("text", notice?.text ?? "")
        json.member("step", step)
        json.endObject()
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.takeBytes())))
    }

    private func notice(of number: Int64, _ texts: Texts) async throws -> Frame.Notice? {
        try await desk.read { vault in
            guard let (step, isUndone) = try ShowLog().run(in: vault).last(where: { $0.decision.step == number }) else { return nil }
            return Frame.Notice(
                of: step, names: try ShowLog().names(for: [step], in: vault), known: try AddPerson.known(by: step, in: vault),
                isUndone: isUndone, texts: texts)
        }
    }

    private func undo(_ request: Request, _ context: VisitContext) async throws -> Response {
        let form = try await FormFields.read(request)
        let number = form["step"].flatMap { Int64($0) }
        let undone = try await desk.write { vault in try UndoStep(number).run(in: vault).undone.step }
        let path = form["to"] ?? Self.referrer(of: request)
        return try await answer(request, step: undone, name: "undone", to: path, at: Self.place(in: path), context)
    }

    /// The page a form was sent from, without the notice it showed.
    private static func referrer(of request: Request) -> String {
        guard let text = request.headers[.referer], let start = text.firstRange(of: "://") else { return "/people" }
        let path = text[start.upperBound...].drop { $0 != "/" }
        return String(path)
    }

    /// Where on its page a path leads: `#timeline`; empty where it names no place of ours.
    static func place(in path: String) -> String {
        let place = path.drop { $0 != "#" }
        return place.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") } && place.count > 1 ? String(place) : ""
    }

    /// A path of ours, without an earlier notice; the list of people for anything else (`//elsewhere.example`).
    static func own(_ path: String) -> String {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"), !path.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { return "/people" }
        let address = path.prefix { $0 != "#" }
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !$0.hasPrefix("done=") && !$0.hasPrefix("undone=") }
        return kept.isEmpty ? String(parts[0]) : "\(parts[0])?\(kept.joined(separator: "&"))"
    }
}
