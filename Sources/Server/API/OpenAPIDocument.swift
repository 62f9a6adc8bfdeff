import Actions
import ContactModel
import Hummingbird

/// The description of the REST interface for programs: OpenAPI 3.1, written from the routes themselves.
struct OpenAPIDocument {
    let routes: [APIRoute]

    /// The document as JSON.
    var json: [UInt8] {
        var paths: [String: JSONValue] = [:]
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            paths[path] = .object(Dictionary(uniqueKeysWithValues: routes.map { ($0.method.rawValue.lowercased(), operation($0)) }))
        }
        return JSONValue.object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Holdfast"), "version": .string("1"),
                "description": .string(
                    "Your contacts, kept by you. Keys are those of the command line's --json. Errors are application/problem+json (RFC 9457) with "
                        + "a stable `code`, and the sentence in `detail` in the language of Accept-Language: en or de. A program brings a token: Authorization: Bearer. `holdfast serve --new-token NAME` makes one."
                ),
                "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
            ]),
            "servers": .array([.object(["url": .string("/api/v1")])]),
            // Where there is no password, this computer's own programs may leave the token out.
            "security": .array([.object(["token": .array([])]), .object([:])]),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(APISchema.all),
                "securitySchemes": .object(["token": .object(["type": .string("http"), "scheme": .string("bearer")])]),
            ]),
        ]).serialized()
    }

    private func operation(_ route: APIRoute) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(route.operationID), "summary": .string(route.summary),
            "description": .string("Needs the scope `\(route.scope.rawValue)`."), "responses": .object(answers(route)),
        ]
        if !route.parameters.isEmpty { members["parameters"] = .array(route.parameters.map(parameter)) }
        switch route.body {
        case .none: break
        case .object(let schema):
            members["requestBody"] = .object([
                "required": .bool(true), "content": .object(["application/json": .object(["schema": schema])]),
            ])
        case .file:
            members["requestBody"] = .object(["required": .bool(true), "content": .object(["application/octet-stream": .object([:])])])
        }
        return .object(members)
    }

    private func parameter(_ parameter: APIRoute.Parameter) -> JSONValue {
        .object([
            "name": .string(parameter.name), "in": .string(parameter.isInPath ? "path" : "query"), "description": .string(parameter.about),
            "required": .bool(parameter.isInPath || parameter.isRequired), "schema": parameter.schema,
        ])
    }

    private func answers(_ route: APIRoute) -> [String: JSONValue] {
        var answers: [String: JSONValue] = [:]
        var content: [String: JSONValue] = [:]
        for kind in route.content {
            switch kind {
            case .json(let name): content["application/json"] = .object(["schema": APISchema.named(name)])
            case .other(let type): content[type] = .object([:])
            case .none: break
            }
        }
        var success: [String: JSONValue] = ["description": .string(route.success.reasonPhrase)]
        if !content.isEmpty { success["content"] = .object(content) }
        if !route.answerHeaders.isEmpty {
            success["headers"] = .object(
                Dictionary(uniqueKeysWithValues: route.answerHeaders.map { ($0, .object(["schema": APISchema.string()])) }))
        }
        answers[String(route.success.code)] = .object(success)
        var problems: [HTTPResponse.Status] = [.unauthorized, .forbidden, .tooManyRequests] + route.problems
        if !route.parameters.isEmpty { problems += [.badRequest] }
        if route.parameters.contains(where: \.isInPath) { problems += [.notFound] }
        switch route.body {
        case .none: break
        case .object: problems += [.badRequest, .unsupportedMediaType, .contentTooLarge]
        case .file: problems += [.badRequest, .contentTooLarge, .unprocessableContent]
        }
        for status in problems {
            if status == .notModified {
                answers["304"] = .object(["description": .string("Not Modified")])
                continue
            }
            answers[String(status.code)] = .object([
                "description": .string(status.reasonPhrase),
                "content": .object(["application/problem+json": .object(["schema": APISchema.named("Problem")])]),
            ])
        }
        return answers
    }
}
