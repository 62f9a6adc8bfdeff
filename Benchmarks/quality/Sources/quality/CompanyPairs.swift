import ContactQuality
import Foundation

/// Tells which of some names are one company: lines of two names in; `same` or `different` out.
enum CompanyPairs {
    static func run() {
        var out = ""
        for line in Quality.lines() where line.count >= 2 {
            let (one, other) = (CompanyName.identity(line[0]), CompanyName.identity(line[1]))
            out += one != nil && one == other ? "same\n" : "different\n"
        }
        FileHandle.standardOutput.write(Data(out.utf8))
    }
}
