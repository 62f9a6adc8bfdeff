public import ArgumentParser

/// `holdfast`
public struct RootCommand: ParsableCommand {
    /// The command's name and its help.
    public static let configuration = CommandConfiguration(commandName: "holdfast", version: "0.1.0")
    /// Makes the command.
    public init() {}
}
