import Actions
import ContactFormats
import ContactModel
import Vault

/// The shapes of what goes in and out, as JSON Schema (2020-12), under the names the OpenAPI document gives them.
enum APISchema {
    static func string(_ about: String = "", most: Int? = nil, fewest: Int? = nil, pattern: String? = nil, format: String? = nil)
        -> JSONValue
    {
        var members: [String: JSONValue] = ["type": .string("string")]
        if !about.isEmpty { members["description"] = .string(about) }
        if let most { members["maxLength"] = .integer(Int64(most)) }
        if let fewest { members["minLength"] = .integer(Int64(fewest)) }
        if let pattern { members["pattern"] = .string(pattern) }
        if let format { members["format"] = .string(format) }
        return .object(members)
    }

    /// A text with more in it than blanks.
    static let something = "\\S"

    static func choice(_ values: [String]) -> JSONValue {
        .object(["type": .string("string"), "enum": .array(values.map { .string($0) })])
    }

    static func integer(_ range: ClosedRange<Int>? = nil) -> JSONValue {
        var members: [String: JSONValue] = ["type": .string("integer")]
        if let range {
            members["minimum"] = .integer(Int64(range.lowerBound))
            members["maximum"] = .integer(Int64(range.upperBound))
        }
        return .object(members)
    }

    static let number: JSONValue = .object(["type": .string("number")])
    static let boolean: JSONValue = .object(["type": .string("boolean")])
    static let day = string(format: "date")

    static func list(of items: JSONValue, fewest: Int? = nil, most: Int? = nil) -> JSONValue {
        var members: [String: JSONValue] = ["type": .string("array"), "items": items]
        if let fewest { members["minItems"] = .integer(Int64(fewest)) }
        if let most { members["maxItems"] = .integer(Int64(most)) }
        return .object(members)
    }

    /// A value that may be `null`.
    static func optional(_ type: String) -> JSONValue { .object(["type": .array([.string(type), .string("null")])]) }

    /// An object with the members that are always there, and those that may be.
    static func object(
        _ always: [String: JSONValue], _ perhaps: [String: JSONValue] = [:], isClosed: Bool = false, isOptional: Bool = false
    ) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": isOptional ? .array([.string("object"), .string("null")]) : .string("object"),
            "properties": .object(always.merging(perhaps) { first, _ in first }),
            "required": .array(always.keys.sorted().map { .string($0) }),
        ]
        if isClosed { members["additionalProperties"] = .bool(false) }
        return .object(members)
    }

    /// An object with exactly one of some members.
    static func oneMember(of members: [String: JSONValue]) -> JSONValue {
        .object([
            "type": .string("object"), "properties": .object(members), "minProperties": .integer(1), "maxProperties": .integer(1),
            "additionalProperties": .bool(false),
        ])
    }

    static func named(_ name: String) -> JSONValue { .object(["$ref": .string("#/components/schemas/\(name)")]) }

    private static let text = string()
    private static let maybe = optional("string")

    private static func page(_ name: String, of schema: String, more: [String: JSONValue] = [:], perhaps: [String: JSONValue] = [:])
        -> JSONValue
    {
        object([name: list(of: named(schema)), "next": maybe].merging(more) { first, _ in first }, perhaps)
    }

    /// All of them, by name.
    static let all: [String: JSONValue] = [
        "Problem": object(["type": text, "title": text, "status": integer(), "detail": text, "code": text]),
        "Provenance": object(["source": text, "snapshot": maybe, "first_seen": maybe, "last_confirmed": maybe]),
        "Email": object(
            ["address": text, "kind": text, "provenance": list(of: named("Provenance"))],
            ["label": text, "reason": text, "probability": number, "holds": number]),
        "Phone": object(["number": text, "kind": maybe, "provenance": list(of: named("Provenance"))], ["holds": number]),
        "Person": object(
            [
                "id": string(format: "uuid"), "name": maybe, "given": maybe, "family": maybe, "company": maybe, "title": maybe,
                "emails": list(of: named("Email")), "phones": list(of: named("Phone")), "urls": list(of: text), "tags": list(of: text),
                "connected_on": maybe, "last_confirmed": maybe,
            ], ["seniority": maybe, "function": maybe, "holds": object([:], ["company": number, "title": number])]),
        "People": page("people", of: "Person", perhaps: ["respelled": list(of: named("Respelling"))]),
        "PeopleCount": object(["total": integer()], ["respelled": list(of: named("Respelling"))]),
        // A word nobody is found by, and those that were searched for as well.
        "Respelling": object(["typed": text, "meant": list(of: text)]),
        "PersonSummary": object(
            [
                "id": string(format: "uuid"), "name": text, "company": maybe, "title": maybe, "emails": list(of: text),
                "phones": list(of: text), "urls": list(of: text),
            ]),
        "Portrait": object([
            "person": string(format: "uuid"),
            "entries": list(of: object(["id": text, "source": text, "list": text, "name": text, "company": maybe, "title": maybe])),
            "notes": list(of: object(["text": text, "source": maybe])),
            "further": list(
                of: object(
                    ["id": text, "kind": choice(FurtherValue.Kind.allCases.map(\.rawValue)), "name": text, "notes": list(of: text)],
                    [
                        "text": text, "uri": text, "day": text, "facts": list(of: object(["name": text, "text": text])),
                        "data": object(["media_type": text, "bytes": integer()]),
                        "provenance": list(
                            of: object(["source": text, "snapshot": maybe, "first_seen": day, "last_confirmed": day])),
                    ])),
            "findings": list(
                of: object(["rule": text, "severity": text, "evidence": text, "settle": text], ["value": maybe, "probability": number])),
            "steps": list(of: named("Step")), "same_name": list(of: named("PersonSummary")),
            "same_company": list(of: named("PersonSummary")),
        ]),
        "Change": object([
            "on": day, "kind": choice(["connected", "disconnected", "moved", "retitled", "renamed", "email", "phone"]), "person": text,
            "name": text, "field": text, "from": maybe, "to": maybe, "source": text,
        ]),
        "Changes": page("changes", of: "Change", more: ["total": integer()]),
        "ChangesOfCompany": object(["company": maybe, "count": integer(), "latest": list(of: named("Change"))]),
        // How many companies there are, and how many changes in all.
        "CompanyChanges": page("companies", of: "ChangesOfCompany", more: ["total": integer(), "changes": integer()]),
        "Duplicate": object([
            "first": named("PersonSummary"), "second": named("PersonSummary"), "probability": number, "weight": number, "reason": text,
        ]),
        "Duplicates": page("duplicates", of: "Duplicate", more: ["total": integer()]),
        "Comparison": object(
            ["first": named("PersonSummary"), "second": named("PersonSummary"), "one_person": boolean, "because": text, "verdict": text]),
        "Joinings": object([
            "person": string(format: "uuid"),
            "joinings": list(
                of: object(
                    [
                        "first": object(["id": text, "source": text, "list": text, "name": text]),
                        "second": object(["id": text, "source": text, "list": text, "name": text]), "on": maybe, "because": text,
                        "verdict": text,
                    ], ["probability": number, "weight": number, "reason": text])),
        ]),
        "Said": object(["step": integer()]),
        "SaidOfPerson": object(["person": string(format: "uuid"), "step": integer()]),
        // `known`: the entries of sources by which the person was here already.
        "Added": object([
            "person": string(format: "uuid"), "step": integer(), "name": text,
            "known": list(of: object(["id": text, "source": text, "list": text, "name": text])),
        ]),
        "Merged": object(["person": string(format: "uuid"), "step": integer()]),
        "AskedAgain": object(["step": optional("integer")]),
        "Parted": object(["people": list(of: string(format: "uuid")), "step": integer()]),
        "Undone": object(["undone": integer(), "step": integer()]),
        "Review": object([
            "people": integer(), "score": integer(), "reachable": integer(), "emails": object([:]), "rules": list(of: object([:])),
            "titles": object([:]),
        ]),
        "Finding": object([
            "person": text, "name": text, "rule": text, "severity": text, "value": maybe, "evidence": text, "probability": number,
        ]),
        "Findings": page("findings", of: "Finding"),
        "Snapshot": object([
            "id": string(format: "uuid"), "source": text, "format": text, "exported_on": day, "imported_at": text, "rows": integer(),
            "sha256": text, "files": list(of: object(["name": text, "sha256": text, "bytes": integer()])),
        ]),
        "Snapshots": object(["snapshots": list(of: named("Snapshot"))]),
        "Import": object(["files": list(of: object([:])), "people": object(["new": integer(), "updated": integer(), "total": integer()])]),
        "ImportPreview": object([
            "import": named("Import"),
            "lists": list(
                of: object([
                    "path": text, "list": text,
                    "people": list(
                        of: object(["name": text, "company": maybe, "title": maybe, "emails": list(of: text), "phones": list(of: text)])),
                    "columns": list(of: named("ImportColumn")), "first_row": named("ImportFirstRow"),
                ])),
            // Tables in which nothing tells who is who, until somebody says what their columns hold.
            "unknown": list(
                of: object(
                    ["path": text, "name": text, "columns": list(of: named("ImportColumn")), "first_row": named("ImportFirstRow")])),
        ]),
        // What the first row of a table whose columns are guessed is taken for.
        "ImportFirstRow": object(
            ["is": choice(FirstRow.allCases.map(\.rawValue)), "said": boolean, "cells": list(of: text)], isOptional: true),
        "ImportColumn": object(["header": text, "holds": text, "said": boolean, "examples": list(of: text)]),
        "Rows": object([
            "total": integer(),
            "rows": list(
                of: object(
                    ["line": integer(), "read_as": choice(["entry", "closed-account", "nothing"])],
                    [
                        "person": text, "name": text, "company": maybe, "title": maybe, "emails": list(of: text), "phones": list(of: text),
                        "urls": list(of: text), "code": text, "text": text,
                    ])), "next": maybe,
        ]),
        "Step": object(["step": integer(), "at": text, "kind": text, "person": maybe, "details": object([:]), "undone": boolean]),
        "Log": page("steps", of: "Step"),
        "Status": object(["bytes": integer(), "people": object([:]), "sources": list(of: object([:])), "advice": list(of: text)]),
        "Verification": object([
            "sound": boolean, "people": integer(), "unlisted": integer(), "damaged": integer(), "findings": list(of: object([:])),
        ]),
        "Restoration": object(["id": text, "encrypted": boolean]),
        "VaultsAside": object(["vaults": list(of: object(["name": text, "set_aside_at": text, "bytes": integer()]))]),
        "Restored": object([
            "people": integer(), "unlisted": integer(), "records": integer(), "originals": integer(), "decisions": integer(),
            "vault": maybe, "kept": maybe,
        ]),
        "Access": object(["password": boolean, "second_factor": boolean, "recovery_codes": integer()]),
        "Authenticator": object(["uri": text, "key": text]),
        "RecoveryCodes": object(["recovery_codes": list(of: text)]),
        "Sessions": object([
            "sessions": list(of: object(["id": text, "began": text, "last_used": text, "address": text, "browser": text]))
        ]),
        "Tokens": object([
            "tokens": list(of: object(["id": text, "name": text, "scopes": list(of: text), "made": text, "last_used": maybe]))
        ]),
        "NewToken": object(["id": text, "token": text, "feeds": list(of: text)]),
        "About": object(["version": text, "people": integer(), "bytes": integer(), "languages": list(of: text)]),
        "Views": object(["views": list(of: object(["name": text, "query": text]))]),
        "Done": object(["people": integer(), "step": integer()]),
        "Suggestions": object([
            "total": integer(),
            "suggestions": list(
                of: object([
                    "id": text, "person": string(format: "uuid"), "name": text, "field": text, "value": text, "probability": number,
                    "guess": boolean, "evidence": list(of: text),
                ])),
        ]),
        // `suggestions` is the number of those decided, and `accepted` or `rejected` the same number by the command line's name.
        "Decided": object(
            [
                "suggestions": integer(), "people": integer(),
                "passed_over": object(["less_likely": integer(), "below_minimum": integer(), "minimum": number]),
            ], ["accepted": integer(), "rejected": integer(), "step": integer()]),
        "HandOvers": object([
            "hand_overs": list(
                of: object([
                    "receipt": integer(), "id": text, "at": text, "recipient": text, "format": text, "filter": text, "sha256": text,
                    "written": integer(), "held_back": integer(), "bytes": integer(), "changed_only": boolean,
                ]))
        ]),
        "HandOverCheck": object([
            "refused": list(of: object(["name": text, "reasons": list(of: object(["code": text, "text": text]))])), "total": integer(),
            "next": maybe, "people": integer(), "written": integer(), "held_back": integer(),
            "reasons": list(of: object(["code": text, "column": maybe, "count": integer(), "text": text])),
            "withheld": integer(), "unchanged": integer(), "no_longer_meant": integer(),
        ]),
        "Counted": object(["total": integer(), "people": list(of: named("PersonSummary")), "next": maybe]),
        "Tags": object(["tags": list(of: object(["tag": text, "people": integer()]))]),
        "Guides": object(["guides": list(of: text)]),
        "Report": object(["made_on": day, "person": named("Person"), "entries": list(of: object([:]))]),
        "Erasure": object(["step": integer(), "entries": integer(), "wiped": boolean]),
        "Document": object(["openapi": text, "paths": object([:])]),
    ]
}
