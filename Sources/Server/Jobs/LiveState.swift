import ContactModel
import Hummingbird

/// How far something is, for a page that keeps itself up to date: `{"stage":"checking","text":"…","isDone":false}`, and where they are known
/// `since` (how long it has been at it, in words) and `share` (how much of it is done, from 0 to 1).
struct LiveState {
    let stage: String
    let text: String
    let isDone: Bool
    var since: String?
    var share: Double?

    var response: Response {
        var members: [String: JSONValue] = ["stage": .string(stage), "text": .string(text), "isDone": .bool(isDone)]
        if let since { members["since"] = .string(since) }
        if let share { members["share"] = .number(share) }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONValue.object(members).serialized())))
    }
}
