/// Words of the field and rules of money.
extension Glossary {
  static let fieldTerms: [Term] = [
    Term(
      id: "agreement", title: "Agreement",
      meaning: "A signed or standing commitment of one contributor to one fund, with its instalments. "
        + "A year inside an agreement's term is no missed gift.", source: "own"),
    Term(
      id: "allowance", title: "Allowance for doubtful receivables",
      meaning:
        "The part of a receivable that is not expected to come; it lowers what the accounts show, not what is owed.",
      source: "IPSAS 41"),
    Term(
      id: "as-of-date", title: "As-of date",
      meaning: "The day whose knowledge is used: no calculation sees a row that became known later.",
      source: "own"),
    Term(
      id: "assumption", title: "Assumption",
      meaning:
        "A figure nobody found and somebody chose. Its source begins with the word, reports count such figures, "
        + "and they are the user's to change.", source: "own"),
    Term(
      id: "earmarked", title: "Earmarked fund",
      meaning: "Money given for one project; it pays that project's lines and no other.",
      source: "United Nations financial practice"),
    Term(
      id: "extrabudgetary", title: "Extrabudgetary resources",
      meaning:
        "Money that does not come from the assessed regular budget: the host's support, voluntary core "
        + "contributions, project grants.", source: "United Nations financial practice"),
    Term(
      id: "in-kind", title: "In-kind support",
      meaning:
        "Premises, staff on loan and other support that is not money, valued at what it would cost to replace. "
        + "It is shown apart and never becomes cash.", source: "IPSAS 47"),
    Term(
      id: "open-commitments", title: "Open commitments",
      meaning: "Orders and contracts already placed and not yet paid; the cash for them is spoken for.",
      source: "United Nations financial practice"),
    Term(
      id: "operating-reserve", title: "Operating reserve",
      meaning:
        "Cash held back for a year in which money comes late or not at all: a rate of the next year's approved "
        + "plan, direct plus support cost, 15 % unless the book says otherwise.",
      source: "Stockholm Convention SC-8/27; Montreal Protocol XXXI/17"),
    Term(
      id: "programme-support-cost", title: "Programme support cost",
      meaning:
        "A charge on direct spending for administration, 13 % as a rule. A gross contribution G pays for "
        + "G / 1.13 of programme, not for G x 0.87: 870,000 pays for 769,911.50.",
      source: "United Nations standard rate; the book states each fund's own"),
    Term(
      id: "receivable", title: "Receivable",
      meaning: "Revenue that is booked and not yet paid. A recommended level creates none.",
      source: "IPSAS 23; IPSAS 47"),
    Term(
      id: "recognised", title: "Recognised revenue",
      meaning:
        "What the accounts book as revenue, whole when an unconditional agreement binds or year by year. "
        + "It is neither what was pledged nor what was paid.", source: "IPSAS 23; IPSAS 47 from 2026"),
    Term(
      id: "recommended-level", title: "Recommended level",
      meaning: "The yearly amount a council recommends that a member gives. Nobody owes it.", source: "own"),
    Term(
      id: "regular-budget", title: "Regular budget",
      meaning: "Money of the organisation's assessed budget, such as Development Account projects.",
      source: "United Nations financial practice"),
  ]
}
