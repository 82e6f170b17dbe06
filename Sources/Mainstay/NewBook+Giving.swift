/// What is signed and what was received.
extension NewBook {
  var agreements: String {
    """
    agreement,contributor,fund,signed,from,to,currency,amount,conditional,instalments,source
    host-2024,\(hostId),core,2023-11-20,2024-01-01,2027-12-31,USD,1200000,no,4,assumption: example

    """
  }

  var contributions: String {
    """
    date,year,contributor,fund,stage,amount,currency,agreement,reference,source
    2021-03-15,,\(hostId),core,received,250000,USD,,R-21-001,assumption: example
    2022-03-10,,\(hostId),core,received,250000,USD,,R-22-001,assumption: example
    2023-04-02,,\(hostId),core,received,280000,USD,,R-23-001,assumption: example
    2024-02-20,,\(hostId),core,received,300000,USD,host-2024,R-24-001,assumption: example
    2025-01-25,,\(hostId),core,received,300000,USD,host-2024,R-25-001,assumption: example
    ,2021,member-one,core,received,5000,USD,,,assumption: example
    ,2022,member-one,core,received,5000,USD,,,assumption: example
    ,2024,member-one,core,received,5000,USD,,,assumption: example
    ,2025,member-one,core,received,5000,USD,,,assumption: example
    ,2022,member-two,core,received,15000,USD,,,assumption: example
    ,2023,member-two,core,received,18000,USD,,,assumption: example
    ,2024,member-two,core,received,20000,USD,,,assumption: example
    ,2025,member-two,core,received,20000,USD,,,assumption: example
    ,2023,foundation,core,received,40000,USD,,,assumption: example
    ,2025,foundation,core,received,20000,USD,,,assumption: example

    """
  }
}
