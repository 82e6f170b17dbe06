import Regression
import Testing
import Workbench

@Suite("Covariances as they are asked for")
struct CovarianceChoiceTests {
  @Test("every form, in capitals or not")
  func forms() throws {
    #expect(try CovarianceChoice("Classical") == .classical)
    #expect(try CovarianceChoice("hc3") == .heteroskedastic(.hc3))
    #expect(try CovarianceChoice("cluster:state") == .cluster(["state"], .cr1))
    #expect(try CovarianceChoice("Cluster:State:cr2") == .cluster(["State"], .cr2))
    #expect(try CovarianceChoice("cluster:state,year:CR0") == .cluster(["state", "year"], .cr0))
    #expect(try CovarianceChoice("cluster:CR2") == .cluster(["CR2"], .cr1))
    #expect(try CovarianceChoice("cluster:a:b") == .cluster(["a:b"], .cr1))
    #expect(try CovarianceChoice("newey-west:2") == .neweyWest(lag: 2))
    #expect(try CovarianceChoice("driscoll-kraay:0") == .driscollKraay(lag: 0))
  }

  static let gallery: [(text: String, message: String)] = [
    ("HC9", "'HC9' is no covariance; write one of \(CovarianceChoice.forms)"),
    ("HC1:x", "'HC1:x' is no covariance; write one of \(CovarianceChoice.forms)"),
    (
      "cluster",
      "covariance 'cluster' names no column; write cluster:state, or cluster:state,year for two"
    ),
    (
      "cluster:a,b,c",
      "covariance 'cluster:a,b,c' names no column; write cluster:state, or cluster:state,year for two"
    ),
    ("cluster:a:CR9", "covariance 'cluster:a:CR9' ends in 'CR9'; write CR0, CR1 or CR2 there"),
    ("cluster:a,a", "covariance 'cluster:a,a' names 'a' twice; name two columns, or one"),
    (
      "newey-west",
      "covariance 'newey-west' has no lag; write a whole number from 0 behind it, as in newey-west:2"
    ),
    (
      "driscoll-kraay:-1",
      "covariance 'driscoll-kraay:-1' has no lag; write a whole number from 0 behind it, as in driscoll-kraay:2"
    ),
  ]

  @Test("what is none is refused with the way out", arguments: gallery)
  func refusals(_ text: String, _ message: String) {
    let error = #expect(throws: WorkbenchError.self) { try CovarianceChoice(text) }
    #expect(error?.description == message)
  }
}
