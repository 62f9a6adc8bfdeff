import Foundation
import Testing

/// Imports go downwards only, and the table in `docs/architecture.md` is the truth.
@Suite("The floors of the house")
struct FloorTests {
    private static let libraries: Set<String> = [
        "GRDB", "GRDBSQLite", "Crypto", "CryptoExtras", "ArgumentParser", "Hummingbird", "NIOPosix", "Mustache",
    ]

    @Test("The manifest and the table are both understood")
    func understood() throws {
        let targets = try House.targets()
        #expect(
            Set(targets.map(\.name)).isSuperset(of: [
                "CArchive", "ContactModel", "ContactFormats", "Vault", "Actions", "Commands", "holdfast", "HouseTests",
            ]))
        #expect(targets.first { $0.name == "Actions" }?.dependencies.contains("Vault") == true)
        #expect(targets.first { $0.name == "Vault" }?.dependencies.contains("GRDB") == true)
        let rows = try House.rows()
        #expect(rows.count >= 8, "the table of docs/architecture.md: | floor | target | what lives there | may import |")
        #expect(House.allowed("Actions", by: rows)?.contains("Vault") == true)
    }

    @Test("Each target stands in the table, and the table names no target that isn't there")
    func sameTargets() throws {
        let declared = try Set(House.targets().filter { !$0.isTest }.map(\.name))
        let told = try Set(House.rows().flatMap(\.targets))
        #expect(declared.subtracting(told) == [], "missing in docs/architecture.md")
        #expect(told.subtracting(declared) == [], "missing in Package.swift")
    }

    @Test("No target depends on what the table doesn't allow")
    func dependencies() throws {
        let rows = try House.rows()
        for target in try House.targets() where !target.isTest && !target.isSystemLibrary {
            let allowed = try #require(House.allowed(target.name, by: rows), "\(target.name) is not in docs/architecture.md")
            let excess = target.dependencies.subtracting(allowed)
            #expect(excess.isEmpty, "\(target.name) must not depend on \(excess.sorted())")
        }
    }

    @Test("Dependencies go down: to a lower floor, never to one's own")
    func downwards() throws {
        let rows = try House.rows()
        func floor(_ name: String) -> Int? { rows.first { $0.targets.contains(name) }.flatMap { Int($0.floor) } }
        for target in try House.targets() where !target.isTest {
            guard let own = floor(target.name) else { continue }
            for dependency in target.dependencies {
                if let other = floor(dependency) {
                    #expect(other < own, "\(target.name) (floor \(own)) depends on \(dependency) (floor \(other))")
                }
            }
        }
    }

    @Test("Tests' targets and the program's are kept apart: nothing that ships depends on TestSupport")
    func testSupport() throws {
        for target in try House.targets() where !target.isTest { #expect(!target.dependencies.contains("TestSupport"), "\(target.name)") }
    }

    @Test("No source file imports a module its target doesn't declare")
    func imports() throws {
        let targets = try House.targets()
        let known = Set(targets.map(\.name)).union(Self.libraries)
        var count = 0
        for target in targets where !target.isTest && !target.isSystemLibrary {
            for file in try House.swiftFiles(in: "Sources/\(target.name)") {
                for (number, line) in try House.code(file) {
                    guard
                        let match = line.firstMatch(
                            of: /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |package |internal |fileprivate |private )?import (?:\w+ )?(\w+)/)
                    else { continue }
                    let module = String(match.output.1)
                    guard known.contains(module) else { continue }
                    count += 1
                    #expect(target.dependencies.contains(module), "\(file):\(number) imports \(module)")
                }
            }
        }
        #expect(count > 100, "the files were looked at")
    }
}
