/// What a word of the files can be to a rule.
enum WordKind: String, Sendable {
    // Figures.
    case number, scale, vague, fraction, ordinal, multiple
    case money, sign, unit, bound
    /// The direction of a change, and whether a figure is the change or where it led.
    case up, down, to, by, from
    /// What a change is measured against.
    case basis
    // The calendar.
    case month, weekday, day, span, period, fiscal, zone, hour
    // What figures count, who acts, what is done.
    case noun, role, speech, source, name
    // Reasons to ask.
    case negation, modal, done, cause, scope, superlative, compare
    /// What is done; a word that says of itself that it is not.
    case act, deny
    /// What both texts may speak of; where a Chinese word translates nothing else.
    case thing, exact
    /// A word that only looks as if it held one of the others.
    case other
}
