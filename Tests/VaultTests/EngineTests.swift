import TestSupport
import Testing
import Vault

@Suite struct `The SQLite engine` {
    @Test(arguments: EngineConformance.cases)
    func `conforms:`(conformance: EngineConformance) throws {
        let folder = try TemporaryFolder()
        let database = EngineConformance.Database {
            try SQLiteEngine(path: folder.path("database.sqlite"), options: SQLiteEngine.Options(patienceSeconds: 60))
        }
        try conformance.check(database)
    }
}
