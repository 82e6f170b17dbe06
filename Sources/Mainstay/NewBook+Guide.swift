/// What stands beside the figures.
extension NewBook {
  var guide: String {
    """
    # \(name)

    A book for `mainstay`. It runs as it is, and **every figure in it is an example** that says so in its `source`.

    ```
    mainstay check .                               # every problem at once, by file and line
    mainstay run baseline.yaml --output ../report  # forecast, judge, report
    mainstay verify ../report --book .             # make the report again, compare every byte
    ```

    Replace the examples file by file, in this order, and run `mainstay check` after each. Put the document a figure comes
    from into `source`; a source that begins with `assumption` is counted as one in every report.

    | file | what it holds |
    |---|---|
    | `centre.yaml` | the centre, its rules, its funds |
    | `contributors.csv` | who gives, or might |
    | `agreements.csv` | what is signed, with instalments |
    | `contributions.csv` | what was received, by day or by year, as far back as you can |
    | `balances.csv` | cash at the end of each closed year |
    | `posts.csv`, `budget.csv` | the approved plan |
    | `expenditures.csv` | what was spent |
    | `levels.csv` | what the council recommends each to give |
    | `baseline.yaml` | the question |

    `known_on` says since when a figure could be known; a run as of an earlier day does not see it. Without one, a row
    is known on its own date or at the end of its year.

    """
  }
}
