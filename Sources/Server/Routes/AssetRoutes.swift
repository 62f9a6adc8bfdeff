import Hummingbird
import WebApp

/// The style sheet, the scripts, the pictures.
struct AssetRoutes: Sendable {
    func add(to router: Router<VisitContext>) {
        router.get("/assets/:version/:name") { _, context in
            guard let name = context.parameters.get("name"), let asset = Assets.all[name] else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
