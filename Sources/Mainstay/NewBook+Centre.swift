/// The centre and who gives to it.
extension NewBook {
  var centre: String {
    """
    # The centre, its rules and its funds. Every figure is an example: replace it, and write where it comes from.
    centre: \(id)
    name: \(NewBook.quoted(name))
    host: \(hostId)
    budget_currency: USD
    fiscal_year_start: 1                 # the month in which the centre's year begins
    years: 2021-2040                     # a date outside these years is an error
    recognition: upfront                 # a signed agreement is revenue at once; over-time: year by year
    reserve:
      rate: 15%
      source: "assumption: example; the operating reserve is a part of the next year's plan"
    funds:
      core:
        name: Core fund
        source_of_funds: extrabudgetary
        purpose: core
        programme_support: 13%           # support cost charged on direct spending

    """
  }

  var contributors: String {
    """
    contributor,name,kind,group,from_year,council_member,aliases,fiscal_year_start,source
    \(hostId),\(NewBook.cell(host)),government,developing,,yes,,,assumption: example
    member-one,Member One,government,ldc,,yes,,,assumption: example
    member-two,Member Two,government,developing,,yes,,,assumption: example
    member-three,Member Three,government,developing,,yes,,,assumption: example
    foundation,Example Foundation,other,non-government,,no,,,assumption: example

    """
  }

  var levels: String {
    """
    contributor,group,from_year,to_year,amount,currency,source
    ,ldc,2024,2030,5000,USD,assumption: example of a recommended yearly level
    ,developing,2024,2030,20000,USD,assumption: example of a recommended yearly level

    """
  }
}
