import Mustache

/// Every view the program carries, ready to draw pages with.
public struct Views: Sendable {
    private let library: MustacheLibrary

    /// The views by name; a new file of `Views/` gets its line here.
    private static let sources: [String: [UInt8]] = [
        "duplicates": PackageResources.duplicates_mustache,
        "layout": PackageResources.layout_mustache,
        "people": PackageResources.people_mustache,
        "people-print": PackageResources.people_print_mustache,
        "work-line": PackageResources.work_line_mustache,
        "person": PackageResources.person_mustache,
        "value-form": PackageResources.value_form_mustache,
        "person-further": PackageResources.person_further_mustache,
        "joined": PackageResources.joined_mustache,
        "joined-pair": PackageResources.joined_pair_mustache,
        "person-new": PackageResources.person_new_mustache,
        "person-new-input": PackageResources.person_new_input_mustache,
        "person-erase": PackageResources.person_erase_mustache,
        "person-report": PackageResources.person_report_mustache,
        "problem": PackageResources.problem_mustache,
        "import": PackageResources.import_mustache,
        "import-progress": PackageResources.import_progress_mustache,
        "import-preview": PackageResources.import_preview_mustache,
        "import-list": PackageResources.import_list_mustache,
        "import-figures": PackageResources.import_figures_mustache,
        "import-news": PackageResources.import_news_mustache,
        "imported": PackageResources.imported_mustache,
        "import-columns": PackageResources.import_columns_mustache,
        "import-kinds": PackageResources.import_kinds_mustache,
        "import-done": PackageResources.import_done_mustache,
        "drop-form": PackageResources.drop_form_mustache,
        "guide": PackageResources.guide_mustache,
        "log": PackageResources.log_mustache,
        "changes": PackageResources.changes_mustache,
        "hand-over": PackageResources.hand_over_mustache,
        "receipts": PackageResources.receipts_mustache,
        "review": PackageResources.review_mustache,
        "sources": PackageResources.sources_mustache,
        "settings": PackageResources.settings_mustache,
        "restore": PackageResources.restore_mustache,
        "safe-keeping": PackageResources.safe_keeping_mustache,
        "erase": PackageResources.erase_mustache,
        "held-back": PackageResources.held_back_mustache,
        "held-row": PackageResources.held_row_mustache,
        "suggestions": PackageResources.suggestions_mustache,
        "suggestion-row": PackageResources.suggestion_row_mustache,
        "rows": PackageResources.rows_mustache,
        "review-list": PackageResources.review_list_mustache,
        "list-stretch": PackageResources.list_stretch_mustache,
        "review-rule": PackageResources.review_rule_mustache,
        "receipt-table": PackageResources.receipt_table_mustache,
        "security": PackageResources.security_mustache,
        "sign-in": PackageResources.sign_in_mustache,
    ]

    /// Reads the views.
    ///
    /// - Throws: where a view is no Mustache; a test reads them all.
    public init() throws {
        library = MustacheLibrary(
            templates: try Self.sources.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    /// The names of the views.
    public static var names: Set<String> { Set(sources.keys) }

    /// Draws a page in its frame, as HTML.
    ///
    /// A view reaches the page's values as `{{page.…}}`, the frame's as `{{frame.…}}` and the texts as `{{texts.…}}`; it fills the
    /// `main` block of `{{<layout}}`.
    public func html<Shown: Page>(_ page: Shown, in frame: Frame) -> String {
        let values: [String: Any] = [
            "page": page, "frame": frame, "texts": frame.texts, "rooms": frame.rooms, "language": frame.texts.language.rawValue,
            "assets": Assets.addresses,
        ]
        return library.render(values, withTemplate: Shown.view) ?? ""
    }
}
