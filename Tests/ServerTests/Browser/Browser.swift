import Foundation

/// Chromium without a window, spoken to over WebDriver (https://www.w3.org/TR/webdriver2/). `chromedriver` and `chromium` come with the
/// packages `scripts/test` installs; where they are missing, `isInstalled` says so and tests pass over.
///
/// ```swift
/// let browser = try await Browser()
/// try await browser.open("http://127.0.0.1:\(visitor.port)/people")
/// try await browser.type("anna", into: "#search")
/// try await browser.wait(for: "row of Anna") { try await browser.texts(".person-link .name").first == "Anna Example" }
/// try await browser.screenshot("people")          // into $HOLDFAST_SCREENSHOTS, where that is set
/// await browser.quit()
/// ```
actor Browser {
    /// What a browser is to be like.
    struct Look: Sendable {
        var width = 1280
        var height = 900
        var isDark = false
        var language = "en"
        /// Whether scripts run.
        var hasScripts = true
        /// Whether the system's few colours take the place of the page's (CSS `forced-colors`).
        var hasForcedColours = false
    }

    /// What WebDriver refused, or did not do in time.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Keys that have no letter (WebDriver §17.4.2).
    enum Key {
        static let enter = "\u{E007}"
        static let escape = "\u{E00C}"
        static let shift = "\u{E008}"
        static let tab = "\u{E004}"
        static let down = "\u{E015}"
        static let space = "\u{E00D}"
    }

    /// Whether there is a browser here.
    static var isInstalled: Bool {
        ["/usr/bin/chromedriver", "/usr/bin/chromium"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private let driver: Process
    private let port: UInt16
    private let profile: String
    private var session = ""

    /// Starts one.
    init(_ look: Look = Look()) async throws {
        profile = NSTemporaryDirectory() + "holdfast-browser-" + UUID().uuidString
        (driver, port) = try Self.startDriver()
        // Debian's wrapper asks the desktop for memory and display; none of it is there in tests.
        var arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
            "--hide-scrollbars", "--user-data-dir=\(profile)", "--lang=\(look.language)",
        ]
        if look.isDark { arguments.append("--blink-settings=preferredColorScheme=0") }
        let options: [String: Any] = [
            "args": arguments, "binary": "/usr/bin/chromium", "prefs": ["intl.accept_languages": look.language],
        ]
        // Beside a whole suite of tests a page's check may take longer than the half minute that is usual.
        let wishes: [String: Any] = ["browserName": "chrome", "goog:chromeOptions": options, "timeouts": ["script": 120_000]]
        let answer = try await send("POST", "/session", ["capabilities": ["alwaysMatch": wishes]])
        guard let session = (answer as? [String: Any])?["sessionId"] as? String else { throw Failure(description: "no session: \(answer)") }
        self.session = "/session/\(session)"
        try await resize(width: look.width, height: look.height)
        if look.hasForcedColours {
            try await command("Emulation.setEmulatedMedia", ["features": [["name": "forced-colors", "value": "active"]]])
        }
        if !look.hasScripts { try await command("Emulation.setScriptExecutionDisabled", ["value": true]) }
    }

    /// Ends it.
    func quit() async {
        _ = try? await send("DELETE", session)
        // The driver inherits what signals its parent's threads block; this one nobody can.
        kill(driver.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(atPath: profile)
    }

    // MARK: Pages

    /// Goes to an address and waits until the page is there.
    func open(_ address: String) async throws { _ = try await send("POST", "\(session)/url", ["url": address]) }

    /// The address of the page.
    func location() async throws -> String { try await send("GET", "\(session)/url") as? String ?? "" }

    /// Gives the page a size, in CSS pixels; a phone's too, which no window has.
    func resize(width: Int, height: Int) async throws {
        let size: [String: Any] = ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600]
        try await command("Emulation.setDeviceMetricsOverride", size)
    }

    /// Keeps a picture of what is in sight as `NAME.png` in the folder `$HOLDFAST_SCREENSHOTS` names; nothing where it names none.
    func screenshot(_ name: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["HOLDFAST_SCREENSHOTS"] else { return }
        guard let text = try await send("GET", "\(session)/screenshot") as? String, let png = Data(base64Encoded: text) else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try png.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).png"))
    }

    /// How many sheets of A4 the page takes; where `$HOLDFAST_SCREENSHOTS` names a folder, they are kept there as `NAME.pdf`.
    func sheets(_ name: String) async throws -> Int {
        let paper: [String: Any] = ["paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": false]
        let answer = try await send("POST", "\(session)/goog/cdp/execute", ["cmd": "Page.printToPDF", "params": paper])
        guard let text = (answer as? [String: Any])?["data"] as? String, let pdf = Data(base64Encoded: text) else {
            throw Failure(description: "nothing was printed")
        }
        if let folder = ProcessInfo.processInfo.environment["HOLDFAST_SCREENSHOTS"] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try pdf.write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).pdf"))
        }
        // ISO 32000-1 §7.7.3.3: each page is an object of this type; what is compressed are streams, never these.
        return String(decoding: pdf, as: UTF8.self).matches(of: /\/Type\s*\/Page\b(?!s)/).count
    }

    // MARK: Looking

    /// The texts of all elements a selector fits.
    func texts(_ selector: String) async throws -> [String] {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())"
        return try await run(script, [selector]) as? [String] ?? []
    }

    /// The text of the first element a selector fits; empty where there is none.
    func text(_ selector: String) async throws -> String { try await texts(selector).first ?? "" }

    /// What a script returns, as text.
    func value(_ script: String, _ arguments: [String] = []) async throws -> String {
        let found = try await run("return Promise.resolve((() => { \(script) })()).then(String)", arguments)
        return found as? String ?? "\(found)"
    }

    /// Waits until something holds, half a minute at most: machines are busy at times.
    func wait(for what: String, until holds: @Sendable () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(description: "waited half a minute for \(what); the page is at \(try await location())")
    }

    // MARK: Doing

    /// Has scripts of the pages opened from here on do at once what they would do after five seconds or more.
    func hastenLongWaits() async throws {
        let script = """
            { const wait = window.setTimeout; window.setTimeout = (call, time = 0, ...rest) => wait(call, time < 5000 ? time : 0, ...rest); }
            """
        try await command("Page.addScriptToEvaluateOnNewDocument", ["source": script])
    }

    /// Presses on the first element a selector fits.
    func press(_ selector: String) async throws {
        _ = try await send("POST", "\(session)/element/\(try await element(selector))/click", [:])
    }

    /// Types into an element; what was in it goes first.
    func type(_ text: String, into selector: String) async throws {
        let element = try await element(selector)
        _ = try await send("POST", "\(session)/element/\(element)/clear", [:])
        _ = try await send("POST", "\(session)/element/\(element)/value", ["text": text])
    }

    /// Types keys one after another, wherever the focus is; those of `held` are held down meanwhile.
    func keys(_ keys: String..., held: [String] = []) async throws {
        var actions = held.map { ["type": "keyDown", "value": $0] }
        for key in keys { actions += [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]] }
        actions += held.map { ["type": "keyUp", "value": $0] }
        let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": actions]
        _ = try await send("POST", "\(session)/actions", ["actions": [keyboard]])
    }

    /// Hands a file to a file field.
    func choose(_ path: String, in selector: String) async throws {
        _ = try await send("POST", "\(session)/element/\(try await element(selector))/value", ["text": path])
    }

    /// Gives Chromium a command of its own protocol.
    private func command(_ name: String, _ parameters: [String: Any]) async throws {
        _ = try await send("POST", "\(session)/goog/cdp/execute", ["cmd": name, "params": parameters])
    }

    /// Runs a script in the page.
    private func run(_ script: String, _ arguments: [String]) async throws -> Any {
        try await send("POST", "\(session)/execute/sync", ["script": script, "args": arguments])
    }

    /// The id of an element, waited for up to five seconds.
    private func element(_ selector: String) async throws -> String {
        for attempt in 0... {
            do {
                let answer = try await send("POST", "\(session)/element", ["using": "css selector", "value": selector])
                if let id = (answer as? [String: String])?.values.first { return id }
            } catch let failure as Failure where attempt < 100 && failure.description.contains("no such element") {}
            if attempt >= 100 { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(description: "there is no \(selector)")
    }

    // MARK: The wire

    /// Sends a command, and gives the `value` of its answer.
    private func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any {
        let json = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
        let (status, data) = try await DriverWire(port: port).exchange(method, path, json)
        let value = (try? JSONSerialization.jsonObject(with: data) as? [String: Any])?["value"] ?? NSNull()
        guard status == 200 else {
            let failure = value as? [String: Any]
            throw Failure(description: "\(path): \(failure?["error"] ?? "") \(failure?["message"] ?? "")")
        }
        return value
    }

    /// Starts the driver on a port the system chooses, which it says in its first lines; on another one where somebody else took that
    /// meanwhile, for it asks for IPv6 first and then wants the same of IPv4.
    private static func startDriver(tries: Int = 5) throws -> (Process, UInt16) {
        let driver = Process()
        driver.executableURL = URL(fileURLWithPath: "/usr/bin/chromedriver")
        driver.arguments = ["--port=0"]
        let output = Pipe()
        driver.standardOutput = output
        driver.standardError = FileHandle.nullDevice
        try driver.run()
        var text = ""
        while let piece = try output.fileHandleForReading.read(upToCount: 1), !piece.isEmpty {
            text += String(decoding: piece, as: UTF8.self)
            if let match = text.firstMatch(of: /successfully on port (\d+)\./), let port = UInt16(match.output.1) { return (driver, port) }
        }
        kill(driver.processIdentifier, SIGKILL)
        if tries > 1, text.contains("port not available") { return try startDriver(tries: tries - 1) }
        throw Failure(description: "chromedriver did not start: \(text)")
    }
}
