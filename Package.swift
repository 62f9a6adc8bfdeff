// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where the project is checked, not where it is used: a newer compiler may warn of more.
let strict = Context.environment["CI"] != nil

/// The documentation's plugin is needed by nobody but `scripts/docs`.
let documentation: [Package.Dependency] =
    Context.environment["HOLDFAST_DOCS"] == nil ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

// The floors of the house, lowest first. `docs/architecture.md` holds the same table, and a test compares the two.
let package = Package(
    name: "holdfast",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "holdfast", targets: ["holdfast"]),
        .library(name: "ContactModel", targets: ["ContactModel"]),
        .library(name: "TextMatching", targets: ["TextMatching"]),
        .library(name: "ContactFormats", targets: ["ContactFormats"]),
        .library(name: "ContactQuality", targets: ["ContactQuality"]),
        .library(name: "Vault", targets: ["Vault"]),
        .library(name: "Actions", targets: ["Actions"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
    ] + documentation,
    targets: [
        // Floor 0: system libraries.
        .systemLibrary(
            name: "CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
        ),

        .systemLibrary(
            name: "CPublicSuffix",
            pkgConfig: "libpsl",
            providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]
        ),
        .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),

        // Floor 1: pure values.
        .target(name: "ContactModel", swiftSettings: settings),
        .target(name: "TextMatching", swiftSettings: settings),
        .target(
            name: "AgeEncryption",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),

        // Floor 2: formats, linkage, quality.
        .target(name: "ContactFormats", dependencies: ["ContactModel", "TextMatching", "CArchive"], swiftSettings: settings),
        .target(name: "RecordLinkage", dependencies: ["ContactModel", "TextMatching"], swiftSettings: settings),
        .target(
            name: "ContactQuality",
            dependencies: ["ContactModel", "TextMatching", "CPublicSuffix", "CPhoneNumber"],
            swiftSettings: settings
        ),

        // Floor 3: the vault, the only place with SQL.
        .target(
            name: "Vault",
            dependencies: [
                "ContactModel", "TextMatching", "ContactFormats", "RecordLinkage", "ContactQuality", "CArchive",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),

        // Floor 4: what one can do.
        .target(
            name: "Actions",
            dependencies: [
                "ContactModel", "TextMatching", "AgeEncryption", "ContactFormats", "RecordLinkage", "ContactQuality", "Vault", "CArchive",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("Guides/linkedin.md"), .embedInCode("Guides/google.md"), .embedInCode("Guides/outlook.md"),
                .embedInCode("Guides/apple.md"), .embedInCode("Guides/facebook.md"), .embedInCode("Guides/instagram.md"),
                .embedInCode("Guides/x.md"), .embedInCode("Guides/xing.md"), .embedInCode("Guides/carddav.md"),
                .embedInCode("Guides/linkedin.de.md"), .embedInCode("Guides/google.de.md"), .embedInCode("Guides/outlook.de.md"),
                .embedInCode("Guides/apple.de.md"), .embedInCode("Guides/facebook.de.md"), .embedInCode("Guides/instagram.de.md"),
                .embedInCode("Guides/x.de.md"), .embedInCode("Guides/xing.de.md"), .embedInCode("Guides/carddav.de.md"),
            ],
            swiftSettings: settings
        ),

        // Floor 5: what the page shows, as values, and how it looks.
        .target(
            name: "WebApp",
            dependencies: [
                "ContactModel", "TextMatching", "ContactFormats", "RecordLinkage", "ContactQuality", "Vault", "Actions",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Views"), .embedInCode("Assets"), .embedInCode("Texts/en.txt"), .embedInCode("Texts/de.txt"),
                .embedInCode("Texts/phrases-de.txt"),
            ],
            swiftSettings: settings
        ),

        // Floor 6: routes, middleware, sessions.
        .target(
            name: "Server",
            dependencies: [
                "ContactModel", "ContactFormats", "ContactQuality", "Vault", "Actions", "WebApp",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        // Floor 7: the command line as a library, and floor 8: its entry point.
        .target(
            name: "Commands",
            dependencies: [
                "ContactModel", "TextMatching", "AgeEncryption", "ContactFormats", "RecordLinkage", "ContactQuality", "Vault", "Actions",
                "WebApp", "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(name: "holdfast", dependencies: ["Commands"], swiftSettings: settings),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: ["ContactModel", "TextMatching", "ContactFormats", "Vault", "Actions"],
            swiftSettings: settings
        ),
        .testTarget(name: "ContactModelTests", dependencies: ["ContactModel"], swiftSettings: settings),
        .testTarget(
            name: "AgeEncryptionTests", dependencies: ["AgeEncryption", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching"], swiftSettings: settings),
        .testTarget(
            name: "ContactFormatsTests",
            dependencies: ["ContactFormats", "ContactModel", "TextMatching"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings
        ),
        .testTarget(name: "RecordLinkageTests", dependencies: ["RecordLinkage", "ContactModel"], swiftSettings: settings),
        .testTarget(name: "ContactQualityTests", dependencies: ["ContactQuality", "ContactModel"], swiftSettings: settings),
        .testTarget(
            name: "VaultTests",
            dependencies: ["Vault", "Actions", "RecordLinkage", "TestSupport"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings
        ),
        .testTarget(name: "ActionsTests", dependencies: ["Actions", "Vault", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "WebAppTests", dependencies: ["WebApp", "TestSupport"], exclude: ["KeptPages"], swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "AgeEncryption", "TestSupport", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "CommandsTests", dependencies: ["holdfast", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "HouseTests", dependencies: [], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
