import Foundation
import Testing

/// System calls that fail, and a program that is killed at one: a few places of each command, others each time the seed is changed.
/// `scripts/inject-faults` tries them all, and `docs/reliability.md` has the counts.
@Suite("Faults")
struct FaultTests {
    @Test(
        "Whatever call fails, nothing acknowledged is lost, and the vault can be used",
        .enabled(if: NetworkTests.canTrace), arguments: ["import,undo", "backup,restore", "export,archive", "erase"])
    func faults(commands: String) throws {
        let workshop = try Workshop("faults")
        let script = Repository.root.appendingPathComponent("scripts/inject-faults").path
        let run = try workshop.holdfast.shell(
            "python3 '\(script)' --program \"$holdfast\" --each 20 --seed 7 --only \(commands) --json")
        let report = try run.object
        #expect(run.status == 0 && report["broken"].elements == [], "\(run)")
        #expect((report["tried"].integer ?? 0) >= 4, "\(run)")
    }

    /// Stands between the program and the system: every read and write does less than was asked, as the system may at any time. Eight bytes
    /// and fewer stay whole, for the kernel's counters are read so.
    private static let shortening = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stddef.h>
        #include <sys/types.h>
        static size_t less(size_t count) {
            static unsigned state = SEED;
            state = state * 1103515245u + 12345u;
            return count > 8 ? 1 + (state >> 8) % count : count;
        }
        #define PLAIN(name, type) \\
            ssize_t name(int file, type bytes, size_t count) { \\
                static ssize_t (*real)(int, type, size_t); \\
                if (!real) real = dlsym(RTLD_NEXT, #name); \\
                return real(file, bytes, less(count)); \\
            }
        #define PLACED(name, type) \\
            ssize_t name(int file, type bytes, size_t count, off_t offset) { \\
                static ssize_t (*real)(int, type, size_t, off_t); \\
                if (!real) real = dlsym(RTLD_NEXT, #name); \\
                return real(file, bytes, less(count), offset); \\
            }
        PLAIN(read, void *) PLAIN(write, const void *)
        PLACED(pread, void *) PLACED(pread64, void *) PLACED(pwrite, const void *) PLACED(pwrite64, const void *)
        """

    @Test("Reads and writes that do less than was asked change nothing", arguments: [0, 1, 2])
    func shortCalls(seed: Int) throws {
        #if os(Linux)
            let workshop = try Workshop("short")
            let holdfast = workshop.holdfast
            try workshop.write("short.c", Self.shortening)
            let built = try holdfast.shell("cc -shared -fPIC -DSEED=\(seed) -o short.so short.c -ldl")
            try #require(built.status == 0, "\(built)")
            try workshop.write("first.csv", Connections.file(60))
            try workshop.write("second.csv", Connections.file(60, from: 20, company: "Elsewhere"))
            try workshop.write("secret", "a pass phrase\n")
            let steps = [
                "import --exported-on 2025-01-01 first.csv", "import --exported-on 2026-01-01 - < second.csv",
                "tag 'Given30 Family30' clients", "backup copy.age --encrypt --passphrase-file secret",
                "restore copy.age --passphrase-file secret --force", "export --to archive -o all.zip", "export --to archive -o all",
                "--vault other.sqlite import all.zip", "erase 'Given31 Family31' --yes", "verify", "--vault other.sqlite verify",
                "export --to vcard4 -o people.vcf", "export --to csv -o people.csv",
            ]
            var told: [[UInt8]?] = []
            for prefix in ["", "LD_PRELOAD=./short.so "] {
                let clean = try holdfast.shell("rm -rf vault.sqlite* other.sqlite* copy.age all all.zip people.*")
                try #require(clean.status == 0, "\(clean)")
                for step in steps {
                    let run = try holdfast.shell("\(prefix)\"$holdfast\" \(step)")
                    #expect(run.status == 0, "\(prefix)\(step): \(run)")
                }
                told += ["people.vcf", "people.csv", "all/people/people.csv"].map { workshop.bytes($0) }
            }
            #expect(told.allSatisfy { ($0?.count ?? 0) > 1000 })
            #expect(told.prefix(3) == told.suffix(3))
        #endif
    }
}
