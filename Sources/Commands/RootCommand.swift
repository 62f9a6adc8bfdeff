import ArgumentParser

/// `holdfast`
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast",
        abstract: "Your professional network, kept by you.",
        discussion: """
            Holdfast takes what LinkedIn hands out about your contacts, keeps every version of it in a database of your own, and hands it \
            on in open formats.

              holdfast guide linkedin                how to get your contacts out of LinkedIn
              holdfast import ~/Downloads/Basic_LinkedInDataExport_*.zip
              holdfast people anna                   find somebody
              holdfast changes                       who came, left and moved
              holdfast export --to vcard4 -o contacts.vcf
            """,
        version: "holdfast 0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Take in", subcommands: [ImportCommand.self, GuideCommand.self, RequestedCommand.self, WatchCommand.self]),
            CommandGroup(
                name: "Look",
                subcommands: [
                    ServeCommand.self, PeopleCommand.self, ShowCommand.self, ChangesCommand.self, ReviewCommand.self, StatusCommand.self,
                ]
            ),
            CommandGroup(
                name: "Change",
                subcommands: [
                    AddCommand.self, TagCommand.self, NoteCommand.self, EditCommand.self, ShareCommand.self, LogCommand.self,
                    UndoCommand.self,
                ]),
            CommandGroup(name: "Suggestions", subcommands: [SuggestCommand.self, AcceptCommand.self, RejectCommand.self]),
            CommandGroup(
                name: "Who is who",
                subcommands: [
                    DuplicatesCommand.self, ExplainCommand.self, MergeCommand.self, SplitCommand.self, DistinctCommand.self,
                    UnsureCommand.self,
                ]),
            CommandGroup(
                name: "Hand out",
                subcommands: [
                    ExportCommand.self, ReceiptsCommand.self, ConvertCommand.self, DedupeCommand.self, SnapshotsCommand.self,
                    OriginalCommand.self,
                ]),
            CommandGroup(
                name: "Keep safe",
                subcommands: [BackupCommand.self, RestoreCommand.self, VerifyCommand.self, ReportCommand.self, EraseCommand.self]),
        ]
    )

    @OptionGroup var common: CommonOptions
}
