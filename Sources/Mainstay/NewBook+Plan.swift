/// What was spent, what is planned and where the money stood.
extension NewBook {
  static let expenditures = """
    date,year,fund,class,amount,currency,source
    ,2025,core,staff,190000,USD,assumption: example
    ,2025,core,operating,40000,USD,assumption: example
    ,2025,core,travel,15000,USD,assumption: example
    ,2025,core,contractual-services,35000,USD,assumption: example
    ,2025,core,programme-support,36400,USD,assumption: example

    """

  static let budget = """
    year,fund,line,class,purpose,amount,currency,discretionary,notice_months,source,known_on
    2026,core,office,operating,core,42000,USD,no,3,assumption: example,2025-11-30
    2026,core,travel,travel,core,16000,USD,yes,0,assumption: example,2025-11-30
    2026,core,workshops,contractual-services,core,36000,USD,yes,2,assumption: example,2025-11-30
    2027,core,office,operating,core,43000,USD,no,3,assumption: example,2025-11-30
    2027,core,travel,travel,core,16000,USD,yes,0,assumption: example,2025-11-30
    2027,core,workshops,contractual-services,core,38000,USD,yes,2,assumption: example,2025-11-30

    """

  static let posts = """
    post,grade,fund,from,to,yearly_cost,currency,notice_months,separation_cost,source,known_on
    director,P-5,core,2021-01-01,,130000,USD,3,35000,assumption: example,2021-01-01
    assistant,G-6,core,2021-01-01,,60000,USD,3,15000,assumption: example,2021-01-01

    """

  static let balances = """
    date,fund,cash,receivable,payable,open_commitments,employee_liabilities,source
    2024-12-31,core,120000,,,6000,60000,assumption: example
    2025-12-31,core,148600,,,8000,65000,assumption: example: 120000 + received 345000 - spent 316400

    """

  static let baseline = """
    # The question to begin with: what to expect if nothing changes. Other questions stand in files of their own
    # that say "extends: baseline" and what they change.
    title: As things stand
    author: our finance officer
    question: "Will the money last to 2029 if everybody goes on as before?"
    as_of: 2025-12-31                    # only what was known on this day is used
    horizon: 2029                        # the last year looked at
    seed: 1
    paths: 100000                        # simulated futures
    assumptions:
      plan-growth: 2%                    # assumption: example; after the last planned year
    response:
      order: [hold-vacancies, travel, consultants, activities, draw-reserve, end-posts]

    """
}
