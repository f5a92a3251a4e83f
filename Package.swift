// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own is compiled alike: Swift 6, no warning let through, unsafe code marked.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    // Places to fail at, in what is built for tests.
    .define("FAILPOINTS", .when(configuration: .debug)),
]

let package = Package(
    name: "caibian",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "Domain", swiftSettings: settings),
        .target(name: "Failpoints", swiftSettings: settings),
        .target(
            name: "Web", dependencies: ["CCurl", "Domain", "Failpoints"], swiftSettings: settings),
        .executableTarget(name: "embed-migrations", swiftSettings: settings),
        .plugin(
            name: "EmbedMigrations", capability: .buildTool(), dependencies: ["embed-migrations"]),
        .target(
            name: "Ledger",
            dependencies: [
                "Domain", "Failpoints", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings, plugins: ["EmbedMigrations"]),
        .target(name: "Parsing", dependencies: ["CXML2", "Domain"], swiftSettings: settings),
        .target(
            name: "Research", dependencies: ["Domain", "Parsing", "Web"],
            resources: [.embedInCode("Stories/Lexicon.txt")], swiftSettings: settings),
        .target(name: "Chat", dependencies: ["Domain", "Web"], swiftSettings: settings),
        .target(
            name: "Drafting",
            dependencies: [
                "Chat", "Domain", .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
        .target(
            name: "Editing", dependencies: ["Domain"],
            resources: [
                .embedInCode("Words/Names.txt"), .embedInCode("Words/Regional.txt"),
                .embedInCode("Words/Traditional.txt"),
            ], swiftSettings: settings),
        .target(
            name: "Verification", dependencies: ["Domain", "Editing"],
            resources: [
                .embedInCode("Words/Words.txt"), .embedInCode("Words/Nouns.txt"),
                .embedInCode("Words/Cues.txt"), .embedInCode("Words/Things.txt"),
                .embedInCode("Names/Names.txt"), .embedInCode("Names/Cities.txt"),
            ], swiftSettings: settings),
        .target(
            name: "Judging", dependencies: ["Chat", "Domain", "Editing", "Verification"],
            swiftSettings: settings),
        .target(
            name: "Publishing",
            dependencies: [
                "Domain", "Editing", "Failpoints",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(
            name: "Configuration",
            dependencies: ["Domain", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "Pipeline",
            dependencies: [
                "Chat", "Configuration", "Domain", "Drafting", "Editing", "Failpoints", "Judging",
                "Ledger", "Parsing", "Publishing", "Research", "Verification", "Web",
            ],
            swiftSettings: settings),
        .target(
            name: "Newsroom",
            dependencies: [
                "Domain", "Editing", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.copy("World")], swiftSettings: settings),
        .executableTarget(
            name: "caibian-newsroom",
            dependencies: [
                "Newsroom", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "caibian",
            dependencies: [
                "CMalloc", "Chat", "Configuration", "Domain", "Drafting", "Failpoints", "Ledger",
                "Parsing", "Pipeline", "Publishing", "Research", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "caibian-lab",
            dependencies: [
                "Chat", "Configuration", "Domain", "Drafting", "Ledger", "Newsroom", "Parsing",
                "Pipeline", "Publishing", "Research", "Verification", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: settings),
        .testTarget(
            name: "ResearchTests", dependencies: ["Domain", "Research", "Web"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "WebTests", dependencies: ["Newsroom", "TestSupport", "Web"],
            swiftSettings: settings),
        .testTarget(
            name: "ParsingTests", dependencies: ["Domain", "Parsing"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "ChatTests", dependencies: ["Chat", "Domain", "Web"], swiftSettings: settings),
        .testTarget(
            name: "DraftingTests", dependencies: ["Chat", "Domain", "Drafting"],
            swiftSettings: settings),
        .testTarget(
            name: "VerificationTests", dependencies: ["Domain", "Verification"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "JudgingTests", dependencies: ["Domain", "Judging", "Verification"],
            swiftSettings: settings),
        .testTarget(
            name: "EditingTests", dependencies: ["Domain", "Editing"], swiftSettings: settings),
        .testTarget(
            name: "ConfigurationTests", dependencies: ["Configuration", "Domain", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PublishingTests", dependencies: ["Domain", "Publishing", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Chat", "Configuration", "Domain", "Drafting", "Ledger", "Newsroom", "Pipeline",
                "Publishing", "TestSupport", "Web",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Chat", "Configuration", "Domain", "Drafting", "Ledger", "Newsroom", "Pipeline",
                "Publishing", "TestSupport", "Verification", "Web",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Domain", "Ledger", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
    ]
)
