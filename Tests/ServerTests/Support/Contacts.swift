import Actions
import Foundation
import TestSupport
import Vault

/// Contacts for the page to show.
enum Contacts {
    /// Imports a list of connections with these rows: given name, family name, e-mail address, company, title, day of connecting.
    static func importRows(_ rows: [[String]], named name: String = "Connections.csv", to vault: Vault, _ folder: TemporaryFolder) throws {
        var text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        for (place, row) in rows.enumerated() {
            let slug = "\(row[0])-\(row[1])-\(place)".lowercased().filter { $0.isASCII && !$0.isWhitespace }
            let cells = [row[0], row[1], "https://www.linkedin.com/in/\(slug)"] + row[2...]
            text += cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        }
        let path = folder.path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        _ = try ImportFiles(paths: [path]).run(in: vault)
    }

    /// A few people one can tell apart, in several scripts.
    static let few: [[String]] = [
        ["Amara", "Okafor", "amara.okafor@example.com", "Example & Sons LLP", "Partner", "12 Mar 2021"],
        ["Jürgen", "Weißkopf", "juergen@beispiel.example", "Beispiel GmbH", "Leiter Einkauf", "3 Nov 2018"],
        ["ליאת", "כהן", "", "Example Recruiting AB", "Head of Talent", "5 May 2020"],
        ["José", "García-Peña", "", "Ejemplo S.A.", "Consultor", "30 Jan 2016"],
        ["Siobhán", "O'Neill", "siobhan@shape.example", "Shape Example", "Founder", "8 Aug 2019"],
        ["Li", "Wei", "", "Example Technologies", "CTO", "17 Jul 2022"],
        ["Kofi", "Mensah", "kofi@bank.example", "Example Bank", "Analyst", "2 Feb 2023"],
    ]

    /// Many people: `Person 0001 Example` and so on, of two companies.
    static func many(_ count: Int) -> [[String]] {
        (1...count).map { number in
            let digits = String(String(10_000 + number).dropFirst())
            return ["Person\(digits)", "Example", "", number.isMultiple(of: 2) ? "Even GmbH" : "Odd Ltd", "Engineer", "1 Jan 2020"]
        }
    }
}
