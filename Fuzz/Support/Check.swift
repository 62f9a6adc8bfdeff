/// Ends the program where something that has to hold does not; libFuzzer then keeps the input.
public func check(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}

/// Two texts, byte for byte: `==` takes canonically equivalent ones for equal.
public func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
}
