// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that `swift build` of the product stays small.
let package = Package(
    name: "quality",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "holdfast", path: "../..")],
    targets: [
        .executableTarget(
            name: "quality",
            dependencies: [
                .product(name: "ContactModel", package: "holdfast"),
                .product(name: "ContactQuality", package: "holdfast"),
            ]
        )
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
